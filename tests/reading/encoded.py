"""Lines of career plans, by language, and the encodings that files in that language come in."""

LINES = {
    "ru": [
        "# Цели на этот год\n\n- Сдать экзамен по анатомии до мая 2027 года\n- Найти наставника в больнице\n",
        "Моя главная цель — стать медсестрой.",
        "## Краткосрочные цели\n\n- [ ] Записаться на курсы английского языка\n",
        "Почему: мне нравится помогать людям\n",
    ],
    "ja": [
        "# 目標\n\n- 看護学校に入学する（2027年4月まで）\n- 毎週、英語を勉強する\n",
        "私の目標は看護師になることです。",
        "## ステップ\n\n- [ ] インターンシップに応募する\n",
        "なぜ：人を助けることが好きだから\n",
    ],
    "zh": [
        "# 短期目标\n\n- 在2027年5月之前完成解剖学课程\n- 找一位导师\n",
        "我的职业目标是成为一名护士。",
        "## 行动步骤\n\n- [ ] 参加实习\n- [ ] 每周学习英语\n",
        "原因：我喜欢帮助别人\n",
    ],
    "zh-tw": [
        "# 短期目標\n\n- 在2027年5月之前完成解剖學課程\n- 找一位導師\n",
        "我的職業目標是成為一名護理師。",
        "## 行動步驟\n\n- [ ] 參加實習\n- [ ] 每週學習英語\n",
        "原因：我喜歡幫助別人\n",
    ],
    "ko": [
        "# 단기 목표\n\n- 2027년 5월까지 해부학 과목을 이수한다\n- 멘토를 찾는다\n",
        "나의 목표는 간호사가 되는 것이다.",
        "## 실행 단계\n\n- [ ] 인턴십에 지원하기\n",
        "이유: 사람들을 돕는 것을 좋아한다\n",
    ],
    "ar": [
        "# الأهداف قصيرة المدى\n\n- إنهاء مقرر التشريح قبل مايو 2027\n- البحث عن مرشد\n",
        "هدفي الرئيسي أن أصبح ممرضة.",
        "## الخطوات\n\n- [ ] التقديم على التدريب\n",
        "السبب: أحب مساعدة الناس\n",
    ],
    "he": [
        "# מטרות לטווח קצר\n\n- לסיים את הקורס באנטומיה עד מאי 2027\n- למצוא מנטור\n",
        "המטרה שלי היא להיות אחות.",
        "## צעדים\n\n- [ ] להגיש מועמדות להתמחות\n",
        "למה: אני אוהבת לעזור לאנשים\n",
    ],
    "tr": [
        "# Kısa vadeli hedefler\n\n- Mayıs 2027'ye kadar anatomi dersini bitirmek\n- Bir danışman bulmak\n",
        "Ana hedefim hemşire olmak ve insanlara yardım etmek; bunun için çalışıyorum.",
        "## Adımlar\n\n- [ ] Staja başvurmak\n",
        "Neden: İnsanlara yardım etmeyi seviyorum\n",
    ],
    "es": [
        "# Metas a corto plazo\n\n- Terminar el curso de anatomía antes de mayo de 2027\n- Encontrar un mentor este año\n",
        "Mi meta principal es ser enfermera en un hospital pediátrico.",
        "## Pasos\n\n- [ ] Pedir una práctica en la clínica\n",
        "Razón: me gusta ayudar a los niños\n",
    ],
    "pt": [
        "# Metas de curto prazo\n\n- Concluir a formação até maio de 2027\n- Não desistir da inscrição\n",
        "Meu objetivo é trabalhar com educação e saúde.",
        "## Ações\n\n- [ ] Fazer estágio\n",
        "Razão: gosto de ajudar crianças\n",
    ],
    "fr": [
        "# Objectifs à court terme\n\n- Réussir le cours d’anatomie avant mai 2027\n- Trouver un stage à l’hôpital\n",
        "Je veux être infirmière diplômée.",
        "## Étapes\n\n- [ ] Préparer le résumé et la lettre\n",
        "Pourquoi : j’aime aider les gens — ça me plaît\n",
    ],
    "de": [
        "# Kurzfristige Ziele\n\n- Prüfung in Anatomie bis Mai 2027 bestehen\n- Einen Mentor für die Pflege finden\n",
        "Mein Ziel: Krankenpfleger in München werden, später auch Führung übernehmen.",
        "## Schritte\n\n- [ ] Bewerbung schreiben und üben\n",
        "Grund: Ich möchte Menschen unterstützen und größere Aufgaben\n",
    ],
    "en": [
        "# Goals\n\n- Finish my résumé and portfolio by May 2027\n",
        "Main goal: nurse — I like people, and I’m patient.",
        "- [ ] Visit the café owner\n- Ask about the “apprenticeship”\n",
        "It’s my plan…\n",
    ],
}
ENCODINGS = {
    "ru": ["cp1251", "koi8-r"],
    "ja": ["shift_jis", "euc_jp"],
    "zh": ["gb18030"],
    "zh-tw": ["big5"],
    "ko": ["cp949"],
    "ar": ["cp1256"],
    "he": ["cp1255"],
    "tr": ["cp1254"],
    "es": ["cp1252", "mac_roman"],
    "pt": ["cp1252", "mac_roman"],
    "fr": ["cp1252", "mac_roman"],
    "de": ["cp1252", "mac_roman"],
    "en": ["cp1252", "mac_roman"],
}
