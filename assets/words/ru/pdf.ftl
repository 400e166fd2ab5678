# Отчёт в виде PDF.
pdf-title = Отчёт о проверке
pdf-dossier = Сводка проверки
pdf-not-original = Эта распечатка – не оригинал: решает сам подписанный э-документ.
pdf-again = Чтобы проверить снова, откройте сам э-документ в программе Zīmogs или выполните edoc verify; файл тот же, если совпадает SHA-256. Отчёт, сохранённый как JSON, снова проверяет edoc recheck.
pdf-page = страница { $page } из { $pages }
pdf-on-page = страница { $page }
pdf-continued = { $title } (продолжение)
pdf-verdicts = Заключения
pdf-exams = Результаты по экзаменам
pdf-left-out = { $count ->
    [one] Ещё { $count } строка здесь не поместилась: всё выводит edoc verify или edoc dossier.
    [few] Ещё { $count } строки здесь не поместились: всё выводит edoc verify или edoc dossier.
   *[many] Ещё { $count } строк здесь не поместилось: всё выводит edoc verify или edoc dossier.
}
pdf-letters = Знаки, которых нет в шрифте распечатки, записаны их номером Unicode, например, [U+4E2D].
