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
