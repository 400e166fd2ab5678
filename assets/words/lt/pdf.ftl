# Ataskaita kaip PDF.
pdf-title = Patikros ataskaita
pdf-dossier = Patikros suvestinė
pdf-not-original = Šis spaudinys nėra originalas: lemia pats pasirašytas e. dokumentas.
pdf-again = Norėdami patikrinti dar kartą, atverkite patį e. dokumentą programoje Zīmogs arba paleiskite edoc verify; failas tas pats, jei sutampa SHA-256. JSON išsaugotą ataskaitą dar kartą tikrina edoc recheck.
pdf-page = { $page } puslapis iš { $pages }
pdf-on-page = { $page } puslapis
pdf-continued = { $title } (tęsinys)
pdf-verdicts = Išvados
pdf-exams = Rezultatai pagal egzaminus
pdf-left-out = { $count ->
    [one] Dar { $count } eilutė čia netilpo: viską išveda edoc verify arba edoc dossier.
    [few] Dar { $count } eilutės čia netilpo: viską išveda edoc verify arba edoc dossier.
   *[other] Dar { $count } eilučių čia netilpo: viską išveda edoc verify arba edoc dossier.
}
pdf-letters = Ženklai, kurių spaudinio šrifte nėra, parašyti jų Unicode numeriu, pavyzdžiui, [U+4E2D].
