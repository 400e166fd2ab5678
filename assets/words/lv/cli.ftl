# Komandrinda.
