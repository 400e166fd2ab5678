# Несколько файлов в виде таблицы.
table-verdict = Заключение
table-code = Код
table-person = Лицо
table-identifier = Персональный код
table-exam = Экзамен
table-level = Уровень
table-year = Год
table-exam-day = Дата экзамена
table-result = Результат, %
table-unconfirmed = Не подтверждён, %
table-parts = Части
table-signer = Подписавший
table-proven-time = Доказанное время (UTC)
table-file = Файл
table-sha256 = SHA-256
table-why = Почему
table-findings = Между файлами
table-policy = Правила
table-lists = Доверенные списки
table-program = Программа
table-checked-at = Время проверки (UTC)
table-not-examined = НЕ ПРОВЕРЕН
table-lists-many = { $count ->
    [one] { $count } список, старейший от { $date }
    [few] { $count } списка, старейший от { $date }
   *[many] { $count } списков, старейший от { $date }
}
