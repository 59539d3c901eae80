# Item assistant-cites-wrong: 40 pump manuals with the same sections; the model name stands in the heading only.
# Shows the chunks retrieved for one question, and recall at 4 with and without the heading (TF-IDF, cosine).
import random

from sklearn.feature_extraction.text import TfidfVectorizer

random.seed(4)
models = [f"P{n}" for n in random.sample(range(100, 999), 40)]
TEXT = {"Filter": ["Rinse the filter when pressure drops. Change the filter every {} weeks.",
                   "The filter must be changed after {} weeks of use. Rinse it in between."],
        "Oil": ["Change the oil after {} hours. Use the grade named on the plate.",
                "Fill new oil every {} hours and check the level each week."],
        "Seal": ["Inspect the seal every {} days and replace it when it is worn.",
                 "A worn seal leaks. Look at it every {} days."],
        "Noise": ["If the pump is loud, stop it and remove air within {} minutes.",
                  "Loud noise means air in the pipe. Wait {} minutes after venting."]}
chunks = [(m, s, random.choice(t).format(random.randint(4, 60))) for m in models for s, t in TEXT.items()]
QUESTION = {"Filter": "How often must the filter of the {} be changed?",
            "Oil": "When does the {} need new oil?",
            "Seal": "How often do I inspect the seal of the {}?",
            "Noise": "The {} is loud, what do I do?"}


def search(texts):
    v = TfidfVectorizer()
    M = v.fit_transform(texts)
    return lambda q: (lambda s: sorted(range(len(texts)), key=lambda i: -s[i]))(
        (M @ v.transform([q]).T).toarray().ravel())


def recall(find):
    hits = sum(i in find(QUESTION[s].format(m))[:4] for i, (m, s, t) in enumerate(chunks))
    section = sum(chunks[find(QUESTION[s].format(m))[0]][1] == s for m, s, t in chunks)
    return hits, section


bare = search([t for m, s, t in chunks])
full = search([f"{m} {s}. {t}" for m, s, t in chunks])
want = models[17]
q = QUESTION["Filter"].format(want)
print("question:", q)
print("rank  page  section  chunk")
for r, i in enumerate(bare(q)[:4], 1):
    print(f"{r:>4}  {chunks[i][0]}  {chunks[i][1]:<7}  {chunks[i][2][:40]}")
right = [i for i, c in enumerate(chunks) if c[0] == want and c[1] == "Filter"][0]
print(f"right chunk of {want}: rank {bare(q).index(right) + 1} of {len(chunks)}")
print(f"its text: {chunks[right][2].split('.')[0]}.")
print("160 questions         right section first  right page in top 4")
for name, f in ("text only", bare), ("heading + text", full):
    h, s = recall(f)
    print(f"{name:<21} {s:>19} {h:>20}")
