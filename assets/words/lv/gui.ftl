# Loga teksti.
