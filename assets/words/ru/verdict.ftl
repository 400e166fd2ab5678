# Первая строка о файле: одно слово и одно предложение.
verdict-word-genuine = ДЕЙСТВИТЕЛЕН
verdict-word-other-issuer = ПОДПИСАНО ДРУГИМ ЛИЦОМ
verdict-word-cannot-confirm = НЕЛЬЗЯ ПОДТВЕРДИТЬ
verdict-word-refuted = НЕДЕЙСТВИТЕЛЕН
verdict-word-unsigned = НЕ ПОДПИСАН
verdict-word-unsupported = НЕ ПОДДЕРЖИВАЕТСЯ
verdict-word-not-e-document = НЕ Э-ДОКУМЕНТ

verdict-genuine = Документ не изменён, и его подписало экзаменационное учреждение { $issuer }
verdict-genuine-unnamed = Документ не изменён, и его подписало экзаменационное учреждение
verdict-other-issuer = Подпись действительна, но документ не подписан ни VISC, ни VIAA
verdict-other-issuer-outside-its-time = Подпись действительна, но во время подписания это учреждение не выдавало сертификаты экзаменов
verdict-other-issuer-in-part = Подпись действительна, но экзаменационное учреждение подписало не все результаты в этом файле
    .advice = Полагайтесь только на результаты, которые здесь не отмечены как неподтверждённые.
verdict-unsigned = В э-документе есть файлы, но нет ни одной подписи
verdict-unsupported = Подписанные файлы такого вида эта программа распознаёт, но не проверяет
verdict-not-e-document = Это не файл э-документа

# Нельзя подтвердить: уточнения по EN 319 102-1.
verdict-doubt-sig-constraints-failure = В подписи нет обязательных сведений, например времени подписания, или они противоречивы
verdict-doubt-chain-constraints-failure = Документ подписан с сертификатом подписи, который для такой подписи не предназначен
verdict-doubt-certificate-chain-general-failure = Нельзя удостовериться, что сертификату подписи во время подписания можно было доверять
verdict-doubt-crypto-constraints-failure = Подпись создана с алгоритмом, который во время подписания уже не был надёжным
verdict-doubt-crypto-constraints-failure-no-poe = Подпись опирается на алгоритм, который больше не надёжен, и не доказано, что она создана, пока алгоритм был надёжен
verdict-doubt-policy-processing-error = Правила подписи, на которые указывает подпись, нельзя обработать
verdict-doubt-signature-policy-not-available = Правила подписи, на которые указывает подпись, недоступны
verdict-doubt-timestamp-order-failure = Порядок отметок времени невозможен
verdict-doubt-no-signing-certificate-found = Нельзя определить, с каким сертификатом подписи создана подпись
verdict-doubt-no-certificate-chain-found = Не найден издатель из доверенного списка, который удостоверяет подписавшего
verdict-doubt-no-certificate-chain-found-no-poe = Услуга доверия, которая удостоверяет подписавшего, в доказанное время не действовала
verdict-doubt-revoked-no-poe = Сертификат подписи отозван, и не доказано, что подпись создана раньше
verdict-doubt-revoked-ca-no-poe = Сертификат издателя отозван, и не доказано, что подпись создана раньше
verdict-doubt-out-of-bounds-not-revoked = Срок сертификата подписи истёк, и не доказано, что подпись создана раньше
verdict-doubt-out-of-bounds-no-poe = Не доказано, что подпись создана, пока действовали сертификат подписи и сертификаты издателей
verdict-doubt-revocation-out-of-bounds-no-poe = На данные об отзыве нельзя полагаться: срок сертификата подписи того, кто их дал, истёк
verdict-doubt-no-poe = Не доказано, когда создана подпись
verdict-doubt-try-later = Данные об отзыве сертификата подписи слишком старые, или его действие приостановлено
verdict-doubt-signed-data-not-found = Подписанного содержания в файле нет, или его нельзя проверить

# Недействителен: уточнения по EN 319 102-1.
verdict-failure-format-failure = Файл или подпись повреждены или созданы не по правилам
verdict-failure-hash-failure = Документ изменён после подписания
verdict-failure-sig-crypto-failure = Подпись не соответствует документу: она повреждена или подделана
verdict-failure-revoked = Сертификат подписи в момент подписания уже был отозван
verdict-failure-expired = Срок действия сертификата подписи в момент подписания уже истёк
verdict-failure-not-yet-valid = Сертификат подписи в момент подписания ещё не действовал

# Три факта, которые никогда не сливают в один.
verdict-fact-unchanged = Содержание
verdict-fact-vouched-for = Доверие
verdict-fact-exam-authority = Экзаменационное учреждение
verdict-fact-unchanged-passed = Документ не изменён с момента подписания.
verdict-fact-unchanged-failed = Документ изменён после подписания.
verdict-fact-unchanged-damaged = Содержание не соответствует подписанному, или файл повреждён.
verdict-fact-unchanged-unknown = Нельзя определить, не изменён ли документ.
verdict-fact-unchanged-skipped = Нет подписи, с которой можно сравнить документ.
verdict-fact-vouched-for-passed = Издатель сертификата подписи есть в доверенном списке.
verdict-fact-vouched-for-failed = Ни один издатель из доверенного списка не удостоверяет подписавшего действительным образом.
verdict-fact-vouched-for-unknown = Нельзя определить, надёжно ли удостоверяет подписавшего издатель из доверенного списка.
verdict-fact-vouched-for-skipped = Нет подписи, издателя которой можно искать в доверенном списке.
verdict-fact-exam-authority-passed = Документ подписан экзаменационным учреждением.
verdict-fact-exam-authority-failed = Документ не подписан ни VISC, ни VIAA.
verdict-fact-exam-authority-unknown = Нельзя определить, подписан ли документ экзаменационным учреждением, так как подпись или имя подписавшего не подтверждены.
verdict-fact-exam-authority-skipped = Нет подписавшего, которого можно сравнить с экзаменационными учреждениями.

# Ответ одним словом.
verdict-outcome-passed = успешно
verdict-outcome-failed = неуспешно
verdict-outcome-unknown = нельзя определить
verdict-outcome-skipped = не проверялось

# Насколько документ охвачен подписью.
verdict-coverage-covered = подписан
verdict-coverage-partly = подписан частично
verdict-coverage-not-covered = не подписан
verdict-coverage-changed = изменён после подписания

# Как можно понимать результат.
verdict-standing-not-confirmed = не подтверждён
verdict-standing-withheld = нельзя считать результатом

verdict-kind-signature = электронная подпись
verdict-kind-seal = электронная печать
verdict-kind-unknown = электронная подпись или печать
