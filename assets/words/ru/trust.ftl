# Доверенные списки и признанные издатели.
trust-list = { $territory ->
    [EU] Список списков ЕС
   *[other] { $territory }
}, номер { $sequence }, дата издания: { $issued } ({ $age })
trust-list-user = { $territory ->
    [EU] Список списков ЕС
   *[other] { $territory }
}, номер { $sequence }, дата издания: { $issued } ({ $age }), добавлен вами
trust-territory = { $territory ->
    [EU] Список списков ЕС
   *[other] { $territory }
}
trust-age = { $count ->
    [0] сегодня
    [one] { $count } день назад
    [few] { $count } дня назад
   *[many] { $count } дней назад
}
trust-past = следующее издание ожидалось { $next }
trust-past-closed = список закрыт
trust-next = следующее издание ожидается { $next }
trust-origin-snapshot = встроен в программу
trust-origin-update = загружен
trust-origin-import = импортирован из файла
trust-origin-user = добавлен вами
trust-signature-not-checked = подпись не проверена
trust-signature-checked-beforehand = подпись проверена при создании программы
trust-signature-not-vouched-for = не используется: его подписал тот, кого список списков ЕС не называет
trust-signature-verified = подпись действительна: { $name }; подписавшего называет { $named }
trust-signature-stranger = подписал { $name }, кого никто не называет подписавшим этот список
trust-signature-wrong = подпись недействительна: { $reason }
trust-named-official-journal = Официальный журнал ЕС ({ $notice })
trust-named-pivot = промежуточное издание { $sequence } списка списков ЕС
trust-named-list-of-lists = список списков ЕС, номер { $sequence }
trust-named-pin = эта программа
trust-seal-not-signed = список не подписан
trust-seal-misplaced = у списка несколько подписей, или подпись не на своём месте
trust-seal-malformed = подпись устроена неправильно
trust-seal-not-whole = подпись охватывает не весь список
trust-seal-not-permitted = в подписи использован способ, который не разрешён
trust-seal-changed = список изменён после подписания
trust-seal-no-certificate = в списке нет сертификата подписи
trust-seal-value-wrong = значение подписи неправильно
trust-seal-certificate-not-valid = сертификат подписи тогда не действовал

trust-status-heading = Доверенные списки
trust-status-folder = Хранятся в папке { $path }
trust-status-nothing-kept = Списки не загружены: используются встроенные в программу. Загрузить: edoc trust update
trust-status-damaged = Повреждённый файл, не используется: { $file }
trust-status-past = { $count ->
    [one] У { $count } списка прошёл день следующего издания
    [few] У { $count } списков прошёл день следующего издания
   *[many] У { $count } списков прошёл день следующего издания
}
trust-services = { $count ->
    [one] { $count } услуга
    [few] { $count } услуги
   *[many] { $count } услуг
}

trust-service-line = { $status } (начало: { $since }): { $type }, { $name }
trust-service-not-yet = тогда в списке нет: { $type }, { $name }
trust-service-provider = Поставщик
trust-service-list = Список
trust-service-history = Статусы
trust-service-purposes = Назначение
trust-service-qualifiers = Квалификаторы
trust-service-subject = Субъект сертификата услуги
trust-service-period = { $status } (начало: { $since }; { $type })
trust-service-taken-over = Преемник
trust-service-revocation = Данные об отзыве хранятся и после окончания срока сертификатов подписи, начало
trust-service-at-hand = Сертификат издателя есть
trust-service-not-at-hand = Сертификата издателя нет: его загружает edoc trust update
trust-service-none = Ни один доверенный список не называет сертификат услуги или ключ с таким SHA-256
trust-status-word = { $status ->
    [granted] предоставлен
    [withdrawn] отозван
    [accredited] аккредитован
    [undersupervision] под надзором
    [supervisionincessation] надзор прекращается
    [supervisionceased] надзор прекращён
    [supervisionrevoked] надзор отменён
    [accreditationceased] аккредитация прекращена
    [accreditationrevoked] аккредитация отменена
    [setbynationallaw] установлен законом страны
    [recognisedatnationallevel] признан на уровне страны
    [deprecatedbynationallaw] отменён законом страны
    [deprecatedatnationallevel] больше не признан на уровне страны
    [unreadable] не читается
   *[other] { $status }
}

trust-update-asking = Будут загружены доверенные списки: { $url } и названные в нём. Из ваших документов ничего не будет отправлено.
trust-update-progress = { $done } из { $total }: { $territory }
trust-update-new = номер { $sequence }, новый
trust-update-replaced = номер { $to } вместо номера { $from }
trust-update-same = номер { $sequence }, новее нет
trust-update-failed = не обновлён: { $reason }
trust-update-incomplete = { $count ->
    [one] { $count } список не удалось обновить; используется прежний
    [few] { $count } списка не удалось обновить; используются прежние
   *[many] { $count } списков не удалось обновить; используются прежние
}
trust-update-complete = Все списки – самые новые из доступных
trust-fault-address = адрес непригоден
trust-fault-not-public = адрес не в общедоступной сети
trust-fault-status = сервер ответил статусом { $status }
trust-fault-too-large = ответ слишком велик
trust-fault-timed-out = ответ не пришёл вовремя
trust-fault-redirects = сервер перенаправляет слишком часто или на непригодный адрес
trust-fault-connection = нет соединения ({ $detail })
trust-fault-not-a-list = ответ – не доверенный список ({ $detail })
trust-fault-other-kind = это список другого вида
trust-fault-other-territory = это список { $found }
trust-fault-pivot = список списков не следует из известного программе: { $detail }
trust-fault-older = предложенный список, номер { $offered }, старше имеющегося, номер { $held }
trust-fault-no-pointer = список списков ЕС такого не называет
trust-fault-not-written = не удалось записать ({ $detail })

trust-import-done = { $list }: { $outcome }
trust-offline-build = эта программа собрана без доступа к сети
trust-hint-offline-build = загрузите списки в другом месте и выполните: edoc trust import ФАЙЛ.xml
trust-no-folder = нет места для хранения списков
trust-hint-no-folder = укажите папку в переменной среды EDOC_DATA

trust-issuers-heading = Признанные издатели сертификатов экзаменов
trust-issuer-identifier = по идентификатору { $identifier }
trust-issuer-by-name = по названию
trust-issuer-shipped = встроен
trust-issuer-added = добавлен вами
trust-issuer-from = первый день: { $from }
trust-issuer-until = последний день: { $until }
trust-issuer-line = { $short }: { $names } ({ $country }), { $how }
trust-issuers-added = Добавлен: { $issuer }
trust-issuers-removed = Удалён: { $issuer }
trust-issuers-known = издатель с таким кратким названием уже есть: { $short }
trust-hint-issuers-known = сначала удалите его или выберите другое краткое название
trust-issuers-unknown = среди добавленных вами нет издателя с таким кратким названием: { $short }
trust-hint-issuers-unknown = имеющихся показывает: edoc issuers list
trust-issuers-nameless = издателю нужен идентификатор организации или точное название организации
trust-hint-issuers-nameless = например: edoc issuers add VIAA --name 'Valsts izglītības attīstības aģentūra'
trust-issuers-country = страну нужно указать двумя буквами, а не так: { $country }
trust-hint-issuers-country = например: LV
trust-list-none-of = нет списка с кодом страны { $country }
trust-hint-none-of = имеющиеся показывает: edoc trust status
