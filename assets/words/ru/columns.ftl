# Несколько файлов в виде таблицы.
columns-verdict = Заключение
columns-code = Код
columns-person = Лицо
columns-identifier = Персональный код
columns-exam = Экзамен
columns-level = Уровень
columns-year = Год
columns-exam-day = Дата экзамена
columns-result = Результат, %
columns-unconfirmed = Не подтверждён, %
columns-parts = Части
columns-signer = Подписавший
columns-proven-time = Доказанное время (UTC)
columns-file = Файл
columns-sha256 = SHA-256
columns-why = Почему
columns-findings = Между файлами
columns-policy = Правила
columns-lists = Доверенные списки
columns-program = Программа
columns-checked-at = Время проверки (UTC)
columns-not-examined = НЕ ПРОВЕРЕН
columns-lists-many = { $count ->
    [one] { $count } список, старейший от { $date }
    [few] { $count } списка, старейший от { $date }
   *[many] { $count } списков, старейший от { $date }
}
columns-sheet-certificates = Сертификаты экзаменов
columns-sheet-files = Файлы
columns-sheet-persons = Лица
columns-sheet-findings = Между файлами
columns-sheet-checked = Как проверено
columns-known-by = Установлено по
columns-by-code = персональному коду
columns-by-identifier = другому номеру и имени
columns-by-name = только имени
columns-certificates = Сертификаты экзаменов
columns-genuine = Действительны
columns-item = Что
columns-value = Значение
columns-note = Примечание
columns-again = Как проверить снова
columns-note-original = Эта таблица – не оригинал: решают подписанные э-документы.
columns-note-results = Подтверждённые результаты есть только в столбце «Результат, %». То, что в столбце «Не подтверждён, %», – не результат.
columns-note-recheck = edoc dossier --format json сохраняет отчёт, а edoc recheck позже говорит, остаётся ли он в силе.
