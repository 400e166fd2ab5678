# Сертификат экзамена: поля, замечания, причины.
exam-title = Результат экзамена
exam-kind-certificate = Сертификат централизованного экзамена
exam-kind-extract = Выписка
exam-kind-statement = Справка
exam-kind-language-proficiency = Удостоверение о владении государственным языком
exam-person = Имя, фамилия
exam-identifier = Персональный код
exam-identifier-other = Идентификатор
exam-class = Класс
exam-stage = Ступень образования
exam-subject = Учебный предмет
exam-level = Уровень
exam-year = Год
exam-date = Дата экзамена
exam-series = Серия
exam-number = Номер
exam-school = Учебное заведение
exam-overall = Общая оценка
exam-parts = Части экзамена
exam-language-level = Уровень владения языком
exam-issuer = Издатель по документу
exam-issue-date = Дата выдачи
exam-not-certain = сравните с документом
exam-not-found = нельзя надёжно прочитать в документе

exam-standing-not-confirmed = Результат не подтверждён: не доказано, что документ подлинный.
exam-by-facts = Взято из сохранённых фактов, которые мог изменить кто угодно: результата это не доказывает.
exam-standing-withheld = Результат не показан, так как документ недействителен.
exam-standing-none = В этом файле нет результата экзамена, который можно показать.

exam-finding-two-overall-results = В документе несколько разных общих оценок ({ $values }), поэтому результат смотрите в самом документе.
exam-finding-percent-out-of-range = На месте процентов в документе стоит «{ $text }», а такого результата быть не может.
exam-finding-two-names = В документе несколько разных имён: { $names }.
exam-finding-overall-not-certain = Общую оценку не удалось надёжно прочитать, поэтому смотрите её в самом документе.

exam-unreadable-unknown-type = В файлах такого вида результат экзамена не ищется.
exam-unreadable-no-text = В файле нет текста, только изображение, поэтому результат смотрите в самом документе.
exam-unreadable-not-an-exam-certificate = Это не сертификат экзамена.
exam-unreadable-damaged = Файл повреждён или слишком сложен, поэтому результат не удалось прочитать.
