# Что несколько файлов говорят вместе.
dossier-several-persons = В папке «{ $folder }» есть сертификаты экзаменов нескольких человек: { $persons }.
dossier-names-spelling = При персональном коде { $code } имя и фамилия написаны по-разному: { $names }.
dossier-names-different = При персональном коде { $code } стоят разные имена или фамилии: { $names }. Убедитесь, что это один и тот же человек.
dossier-name-alone = { $name }: один из сертификатов экзаменов без персонального кода. Убедитесь, что это один и тот же человек.
dossier-same-exam-same = { $person }: экзамен «{ $exam }» есть в нескольких файлах, результат одинаковый.
dossier-same-exam-different = { $person }: экзамен «{ $exam }» есть в нескольких файлах, и результаты различаются.
dossier-same-exam-not-known = { $person }: экзамен «{ $exam }» есть в нескольких файлах. Сравните результаты в документах.
dossier-same-file = Один и тот же файл под несколькими именами: { $files }.
dossier-named-after-another = В имени файла «{ $file }» стоит фамилия { $surname }, но в нём сертификат экзамена другого человека: { $person }.
dossier-named-after-subject = В имени файла «{ $file }» стоит «{ $named }», но в нём сертификат экзамена по другому предмету: { $subject }.
dossier-nobody = Личность не установлена
dossier-person-certificates = { $count ->
    [one] { $count } сертификат экзамена
    [few] { $count } сертификата экзаменов
   *[many] { $count } сертификатов экзаменов
}
dossier-person-genuine = { $count ->
    [one] { $count } действительный
    [few] { $count } действительных
   *[many] { $count } действительных
}
dossier-by-name = по имени и фамилии, без персонального кода
dossier-exam-median = медиана { $percent }
dossier-results = { $count ->
    [one] { $count } результат
    [few] { $count } результата
   *[many] { $count } результатов
}
dossier-band = { $from }–{ $to } %: { $count }
