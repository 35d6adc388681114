"""The sentences of form findings, (what is wrong, how to mend it), in English, Persian and Arabic."""

# ruff: noqa: E501  one sentence, one line, in each of three languages

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "form-unreadable": {
        "en": ("This file is not readable as a form: {detail}.", "Save it again from the form editor."),
        "fa": ("این پرونده را نمی‌توان به عنوان فرم خواند: {detail}.", "آن را دوباره از ویرایشگر فرم ذخیره کنید."),
        "ar": ("لا يمكن قراءة هذا الملف كنموذج: {detail}.", "احفظه مرة أخرى من محرر النماذج."),
    },
    "form-no-schema": {
        "en": ("This file holds no form-js schema, or one that is far too large.", "Save it again from the form editor."),
        "fa": ("در این پرونده طرح form-js نیست یا بسیار بزرگ است.", "آن را دوباره از ویرایشگر فرم ذخیره کنید."),
        "ar": ("لا يحتوي هذا الملف على مخطط form-js، أو أنه كبير جدًا.", "احفظه مرة أخرى من محرر النماذج."),
    },
    "form-unknown-type": {
        "en": ("{it} has the type “{type}”, which is not shown here.", "Choose another type of field."),
        "fa": ("{it} از نوع «{type}» است که اینجا نشان داده نمی‌شود.", "نوع دیگری برای فیلد انتخاب کنید."),
        "ar": ("نوع الحقل {it} هو «{type}» ولا يُعرض هنا.", "اختر نوعًا آخر للحقل."),
    },
    "form-no-key": {
        "en": ("{it} has no key, so its answer cannot be kept.", "Give the field a key, for example “reason”."),
        "fa": ("{it} کلید ندارد و پاسخ آن نگه داشته نمی‌شود.", "به فیلد کلیدی بدهید، برای نمونه reason."),
        "ar": ("ليس للحقل {it} مفتاح، فلا يمكن حفظ إجابته.", "أعط الحقل مفتاحًا، مثل reason."),
    },
    "form-same-key": {
        "en": ("{it} has the same key “{key}” as another field.", "Give one of them another key, or make sure only one is shown."),
        "fa": ("{it} همان کلید «{key}» را دارد که فیلد دیگری دارد.", "کلید یکی را عوض کنید یا نگذارید هر دو با هم دیده شوند."),
        "ar": ("للحقل {it} المفتاح نفسه «{key}» الذي لحقل آخر.", "غيّر مفتاح أحدهما، أو تأكد من ظهور واحد فقط."),
    },
    "form-bad-formula": {
        "en": ("{it}: the formula in “{place}” cannot be read: {detail}.", "Correct the formula {formula}."),
        "fa": ("{it}: فرمول «{place}» خوانده نمی‌شود: {detail}.", "فرمول {formula} را درست کنید."),
        "ar": ("{it}: لا يمكن قراءة الصيغة في «{place}»: {detail}.", "صحّح الصيغة {formula}."),
    },
    "form-block": {
        "en": ("{it} uses the template block {block}, which is not carried out here.", "Use a formula, for example =if … then … else …, or hide the whole text by a condition."),
        "fa": ("{it} از بخش {block} در قالب متن استفاده می‌کند که اینجا اجرا نمی‌شود.", "از فرمول استفاده کنید، مانند =if … then … else …، یا کل متن را با شرط پنهان کنید."),
        "ar": ("يستخدم {it} كتلة القالب {block} ولا تُنفَّذ هنا.", "استخدم صيغة مثل =if … then … else …، أو أخفِ النص كله بشرط."),
    },
    "form-no-options": {
        "en": ("{it} offers nothing to choose.", "Add options, or say where they come from."),
        "fa": ("{it} گزینه‌ای برای انتخاب ندارد.", "گزینه بیفزایید یا بگویید از کجا می‌آیند."),
        "ar": ("لا يقدم الحقل {it} أي خيار.", "أضف خيارات، أو حدد مصدرها."),
    },
    "form-same-option": {
        "en": ("{it} has two options with the value “{value}”.", "Give every option its own value."),
        "fa": ("{it} دو گزینه با مقدار «{value}» دارد.", "به هر گزینه مقداری جدا بدهید."),
        "ar": ("للحقل {it} خياران بالقيمة «{value}».", "أعط كل خيار قيمة خاصة به."),
    },
    "form-bad-pattern": {
        "en": ("{it}: the pattern {pattern} cannot be used.", "Correct the pattern; look-around and back references are not supported."),
        "fa": ("{it}: الگوی {pattern} پذیرفتنی نیست.", "الگو را درست کنید؛ look-around و ارجاع به عقب پشتیبانی نمی‌شود."),
        "ar": ("{it}: لا يمكن استخدام النمط {pattern}.", "صحّح النمط؛ لا يدعم look-around ولا المراجع الخلفية."),
    },
    "form-no-label": {
        "en": ("{it} has no label, so nobody can know what to answer.", "Write a label."),
        "fa": ("{it} برچسب ندارد و کسی نمی‌داند چه پاسخ دهد.", "برچسبی بنویسید."),
        "ar": ("ليس للحقل {it} تسمية، فلا يعرف أحد بماذا يجيب.", "اكتب تسمية."),
    },
    "form-bad-rule": {
        "en": ("A rule of the form points at “{at}”, where there is no field.", "Name the key of a field in “at”."),
        "fa": ("یکی از قاعده‌های فرم به «{at}» اشاره می‌کند که فیلدی ندارد.", "در at کلید یک فیلد را بنویسید."),
        "ar": ("تشير إحدى قواعد النموذج إلى «{at}» ولا يوجد حقل هناك.", "اكتب مفتاح حقل في at."),
    },
    "form-untranslated": {
        "en": ("{it} has no {what} in {language}; the English text is shown.", "Add the property {property}."),
        "fa": ("{it} به زبان {language} متن {what} ندارد؛ متن انگلیسی نشان داده می‌شود.", "ویژگی {property} را بیفزایید."),
        "ar": ("ليس للحقل {it} نص {what} باللغة {language}؛ يُعرض النص الإنجليزي.", "أضف الخاصية {property}."),
    },
}
