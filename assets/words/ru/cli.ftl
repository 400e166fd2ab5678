# Командная строка: справка.
cli-about = Zīmogs проверяет э-документы (.edoc) с сертификатами экзаменов и говорит, подлинные ли они и почему.
cli-usage = Использование
cli-usage-edoc = edoc КОМАНДА [ПАРАМЕТРЫ]
cli-usage-verify = edoc verify [ПАРАМЕТРЫ] ФАЙЛ...
cli-usage-dossier = edoc dossier [ПАРАМЕТРЫ] ПУТЬ...
cli-usage-recheck = edoc recheck [ПАРАМЕТРЫ] ОТЧЁТ.json ПУТЬ...
cli-usage-watch = edoc watch [ПАРАМЕТРЫ] ПАПКА --out ТАБЛИЦА.csv
cli-usage-show = edoc show [ПАРАМЕТРЫ] ФАЙЛ
cli-usage-list = edoc list [ПАРАМЕТРЫ] ФАЙЛ
cli-usage-trust = edoc trust КОМАНДА [ПАРАМЕТРЫ]
cli-usage-trust-update = edoc trust update [ПАРАМЕТРЫ]
cli-usage-trust-import = edoc trust import [ПАРАМЕТРЫ] ФАЙЛ.xml...
cli-usage-trust-list = edoc trust list [ПАРАМЕТРЫ]
cli-usage-trust-show = edoc trust show [ПАРАМЕТРЫ] SHA256
cli-usage-trust-status = edoc trust status [ПАРАМЕТРЫ]
cli-usage-issuers = edoc issuers КОМАНДА [ПАРАМЕТРЫ]
cli-usage-issuers-list = edoc issuers list [ПАРАМЕТРЫ]
cli-usage-issuers-add = edoc issuers add [ПАРАМЕТРЫ] КРАТКО
cli-usage-issuers-remove = edoc issuers remove [ПАРАМЕТРЫ] КРАТКО
cli-usage-extract = edoc extract [ПАРАМЕТРЫ] ФАЙЛ --to ПАПКА
cli-usage-facts = edoc facts [ПАРАМЕТРЫ] ФАЙЛ --out ФАКТЫ.json
cli-usage-judge = edoc judge [ПАРАМЕТРЫ] ФАКТЫ.json...
cli-commands = Команды
cli-arguments = Аргументы
cli-options = Параметры
cli-examples =
    Примеры:
      edoc verify matematika.edoc
      edoc verify --json папка > отчёт.json
      edoc dossier папка --format csv --out таблица.csv
      edoc show matematika.edoc
      edoc list matematika.edoc
      edoc extract matematika.edoc --to извлечено
      edoc verify --trust samples/trust-list.xml --issuers samples/issuers.toml samples

    Код завершения: 0 всё подтверждено, 1 что-то недействительно, 2 работу не удалось выполнить, 3 что-то нельзя подтвердить, 4 подписей нет.
    Файлы не изменяются; сеть используется только с --online и командой trust update.
cli-command-verify = Проверяет файлы и папки
cli-command-dossier = Рассматривает несколько файлов вместе: по лицам, с расхождениями между файлами, как текст, JSON или таблицу
cli-command-recheck = Говорит, те же ли файлы, что в прежнем отчёте, и остаются ли в силе заключения
cli-command-watch = Следит за папкой и ведёт таблицу поступающих файлов, пока не нажато Ctrl-C
cli-command-show = Показывает результат экзамена
cli-command-list = Показывает, что есть в э-документе и что охватывает подпись
cli-command-trust = Доверенные списки: загрузить, импортировать, показать
cli-command-trust-update = Загружает более новые доверенные списки
cli-command-trust-import = Сохраняет доверенные списки из файлов, если их подпись действительна
cli-command-trust-list = Показывает услуги из списков и их статус
cli-command-trust-show = Показывает, что в списках есть с таким SHA-256 сертификата услуги или ключа
cli-command-trust-status = Показывает списки, их возраст и действительна ли их подпись
cli-command-issuers = Признанные издатели сертификатов экзаменов
cli-command-issuers-list = Показывает, чьи сертификаты экзаменов признаются
cli-command-issuers-add = Признаёт ещё одного издателя по идентификатору или по точному названию и стране
cli-command-issuers-remove = Больше не признаёт издателя
cli-command-extract = Извлекает файлы из э-документа
cli-command-facts = Сохраняет, что известно об э-документе до оценки; персональные коды сохраняются полностью
cli-command-judge = Снова оценивает сохранённые факты по другим правилам, спискам или времени; о самом э-документе ничего не доказывает
cli-arg-files = Файлы или папки
cli-arg-file = Файл
cli-arg-paths = Файлы, папки или архивы ZIP; «-» означает список путей из стандартного ввода
cli-arg-list = Список путей, по одному в строке; «-» означает стандартный ввод
cli-arg-format = Вид: text (по умолчанию), json, jsonl, csv или xlsx
cli-arg-by = В порядке лиц или файлов
cli-arg-only = Только то, что нужно проверить
cli-arg-semicolon = CSV для электронных таблиц: точка с запятой между значениями, запятая в числах, метка порядка байтов
cli-arg-quiet = Не выводить ничего, кроме результата
cli-arg-report = Отчёт, записанный edoc verify --json или edoc dossier --format json
cli-arg-folder = Папка, за которой следить, вместе с папками в ней
cli-arg-table = Таблица в виде CSV; записывается заново, когда что-то меняется
cli-arg-every = Как часто смотреть, в секундах; если не указано, каждые 3
cli-arg-json = Вывести JSON (описание: docs/report-schema.md)
cli-arg-etsi-xml = Вывести отчёт о проверке одного файла по ETSI TS 119 102-2 в виде XML (описание: docs/etsi-report.md)
cli-arg-country = Только эти страны, например LV,EE
cli-arg-lotl = Другой адрес списка списков ЕС
cli-arg-pins = Другие сертификаты подписи, с которыми можно подписать список списков, в файле TOML
cli-arg-sha256 = SHA-256 сертификата услуги или ключа, 64 шестнадцатеричные цифры
cli-arg-short = Краткое название для предложений, например VIAA
cli-arg-name = Точное название организации; можно указать несколько
cli-arg-identifier = Идентификатор организации, например NTRLV-00000000000; если он указан, название уже не решает
cli-arg-from = Признаётся с этого времени
cli-arg-until = Признаётся до этого времени
cli-error-pins = { $path }: файл основных сертификатов непригоден ({ $detail })
cli-hint-pins = вид файла как у assets/trust/pins.toml
cli-hint-import = список сохраняется, только если его подпись действительна; --trust использует любой список под вашу ответственность
cli-arg-to = Папка, куда извлечь; если её нет, она создаётся
cli-arg-out = Файл, который записать; такого ещё не должно быть
cli-arg-facts = Сохранённые факты, записанные командой facts
cli-arg-trust = Дополнительный доверенный список в файле XML или папка с такими; можно указать несколько
cli-arg-issuers = Дополнительные экзаменационные учреждения в виде TOML
cli-arg-policy = Правила проверки: zimogs-1 (по умолчанию), etsi-strict или файл такого же вида
cli-arg-lang = Язык: lv, en, ru, lt или et; если не указан, язык системы
cli-arg-online = Запросить недостающие сертификаты издателей и данные об отзыве по адресам, которые указаны в сертификатах подписи и издателей; без этого ничего не отправляется
cli-arg-at = Время проверки, например 2026-01-31T12:00:00Z; если не указано, сейчас
cli-arg-jobs = Сколько файлов проверять одновременно
cli-arg-show-codes = Показывать персональные коды полностью
cli-arg-help = Показать справку
cli-arg-version = Показать версию

# Ошибка и совет.
cli-error = ошибка
cli-hint = совет
cli-warning = предупреждение
cli-error-unknown-argument = такого аргумента нет: { $argument }
cli-error-unknown-command = такой команды нет: { $argument }
cli-error-missing-argument = не хватает: { $argument }
cli-error-conflict = { $argument } нельзя использовать вместе с { $other }
cli-error-missing-command = не указано, что делать
cli-error-invalid-value = неверное значение «{ $value }»: { $argument }
cli-error-arguments = аргументы непонятны
cli-hint-similar = возможно, имелось в виду: { $argument }
cli-hint-help = справку показывает: edoc --help
cli-hint-time = время пишется так: 2026-01-31T12:00:00Z
cli-hint-jobs = число должно быть от 1 до 256
cli-hint-format = вид – text, json, jsonl, csv или xlsx
cli-hint-by = порядок – person или file
cli-hint-only = можно указать только problems
cli-hint-arranged = --by и --only используются с text, csv и xlsx, --semicolon – с csv; JSON о каждом файле говорит, насколько его нужно проверить
cli-error-xlsx-out = вид xlsx записывается только в файл
cli-hint-xlsx-out = укажите его с --out, например, --out таблица.xlsx
cli-error-interrupted = остановлено до проверки всех файлов
cli-hint-interrupted = сделанное записано; для остального начните заново
cli-error-report = { $path }: это не отчёт, который можно проверить снова ({ $detail })
cli-hint-report = укажите вывод edoc verify --json или edoc dossier --format json
cli-hint-language = язык – lv, en, ru, lt или et
cli-error-not-found = { $path }: такого файла нет
cli-hint-not-found = проверьте путь и имя
cli-error-denied = { $path }: файл не разрешено читать
cli-hint-denied = попросите прав доступа или скопируйте файл в свою папку
cli-error-read = { $path }: файл нельзя прочитать ({ $detail })
cli-hint-read = скопируйте файл на этот компьютер и попробуйте снова
cli-error-folder = { $path }: это папка, а не файл
cli-hint-folder = укажите файл из этой папки; папки проверяет команда verify
cli-error-not-a-file = { $path }: это не обычный файл
cli-hint-not-a-file = укажите обычный файл
cli-error-empty-folder = { $path }: в папке нет ни одного файла э-документа
cli-hint-empty-folder = ищутся файлы с окончанием .edoc, .asice, .sce, .asics, .bdoc, .adoc или .ddoc
cli-error-too-many = { $path }: в папке слишком много файлов, или она слишком глубока
cli-hint-too-many = проверьте по частям
cli-error-limit = { $path }: файл слишком велик, слишком сжат или содержит слишком много записей
cli-hint-limit = такие файлы ради безопасности не читаются; попросите исходный файл ещё раз
cli-error-internal = { $path }: программа ошиблась, поэтому об этом файле ничего нельзя сказать
cli-hint-internal = пожалуйста, сообщите об этом разработчикам программы; файл присылайте, только если в нём нет личных данных
cli-error-trust = { $path }: это нельзя использовать как доверенный список ({ $detail })
cli-hint-trust = укажите неизменённый доверенный список в виде XML (ETSI TS 119 612)
cli-error-issuers = { $path }: это нельзя использовать как список экзаменационных учреждений ({ $detail })
cli-hint-issuers = образец – samples/issuers.toml
cli-error-policy = правила программы нельзя прочитать ({ $detail })
cli-hint-policy = установите программу заново
cli-error-policy-unknown = правил «{ $path }» нет
cli-hint-policy-unknown = укажите zimogs-1, etsi-strict или файл, например pravila.toml
cli-error-policy-file = { $path }: это нельзя использовать как правила ({ $detail })
cli-hint-policy-file = образец – assets/policy/zimogs-1.toml
cli-error-policy-name = { $path }: эти правила носят имя встроенных правил { $detail }, но они другие
cli-hint-policy-name = дайте этим правилам своё имя (id)
cli-error-facts = { $path }: это не сохранённые факты ({ $detail })
cli-error-facts-altered = { $path }: в сохранённых фактах есть то, чего эта программа не писала
cli-error-facts-contradiction = { $path }: сохранённые факты противоречат друг другу
cli-hint-facts = сохраните факты снова из самого э-документа: edoc facts
cli-error-facts-version = { $path }: версия сохранённых фактов – { $detail }, и эта программа её не читает
cli-hint-facts-version = сохраните факты снова этой программой: edoc facts
cli-error-judge-online = сохранённые факты оцениваются без сети
cli-hint-judge-online = не используйте --online или используйте его в команде edoc facts
cli-error-write = { $path }: нельзя записать ({ $detail })
cli-hint-write = проверьте права и свободное место; ничего незавершённого не осталось
cli-error-exists = { $path }: уже существует
cli-hint-exists = укажите другую папку; ничего не перезаписывается
cli-hint-exists-file = укажите другой файл; ничего не перезаписывается
cli-error-etsi-files = отчёт по ETSI TS 119 102-2 составляется об одном файле
cli-hint-etsi-files = укажите один файл или используйте --json
cli-error-etsi-unsigned = { $path }: нет подписи, о которой составить отчёт по ETSI TS 119 102-2
cli-hint-etsi-unsigned = чтобы увидеть, что это за файл, не используйте --etsi-xml
cli-error-not-a-container = { $path }: из этого файла ничего нельзя извлечь
cli-error-refused = { $path }: файл повреждён или опасен, поэтому из него ничего не извлекается
cli-hint-refused = попросите исходный файл ещё раз

# Что делается.
cli-error-online-not-here = --online предназначен для команд, проверяющих файлы: verify, show, list, extract
cli-hint-online-not-here = edoc trust update обращается к сети и без него; остальные команды к сети не обращаются никогда
cli-online-asking-ocsp = Запрашивается, отозван ли сертификат подписи или издателя «{ $certificate }» (адрес OCSP): { $url }; отправляются его номер и издатель, из документа ничего.
cli-online-asking-crl = Запрашивается список отзыва для сертификата подписи или издателя «{ $certificate }» (адрес CRL): { $url }; из документа ничего не отправляется.
cli-online-asking = Запрашивается сертификат недостающего издателя (адрес caIssuers): { $url }; из документа ничего не отправляется.
cli-extracted = извлечено: { $path }
cli-extracted-as = файл «{ $name }» сохранён под безопасным именем: { $path }
cli-facts-saved = факты сохранены: { $path }
cli-facts-personal = в сохранённых фактах имена и персональные коды стоят полностью; храните их так же, как э-документ
cli-warning-not-covered = файл «{ $name }» не охвачен ни одной действительной подписью; не полагайтесь на его происхождение
cli-warning-changed = файл «{ $name }» изменён после подписания; не полагайтесь на его содержание
cli-summary-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
cli-summary = Всего: { $files }; подтверждено { $passed }, недействительно { $failed }, не подтверждено { $open }, без подписи { $unsigned }, не выполнено { $undone }
cli-no-display = Нет экрана, на котором открыть окно, поэтому отчёт выведен как текст.
cli-progress = проверено { $done } из { $all }
cli-written = записано: { $path }
cli-withheld = результат не показывается
cli-recheck-holds = тот же файл, заключение прежнее: { $word }
cli-recheck-other-word = тот же файл; тогда { $then }, теперь { $now }
cli-recheck-other-file = другой файл, не тот, что в отчёте
cli-recheck-missing = не найден
cli-recheck-not-told = в отчёте нет SHA-256 этого файла, поэтому сравнить нельзя
cli-recheck-new = в отчёте нет
cli-recheck-differences = Оценено иначе, чем тогда
cli-recheck-then-now = тогда { $then }, теперь { $now }
cli-watch-not-written = { $path }: таблицу нельзя записать ({ $detail }); попытки повторяются, пока не удастся
