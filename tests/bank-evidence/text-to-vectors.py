# Item text-to-vectors: three short messages as word counts and as TF-IDF, compared by cosine.
# Shows that shared common words count, and that words of the same meaning do not.
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

texts = ["the parcel is late again", "my package has not arrived", "the refund is late"]
corpus = texts + ["the invoice is wrong", "the app is slow", "my card has expired", "the door is open",
                  "is the shop open today", "the colour is wrong", "where is the manual"]
print("           A with B  A with C")
for name, v in ("counts", CountVectorizer()), ("TF-IDF", TfidfVectorizer()):
    s = cosine_similarity(v.fit(corpus).transform(texts))
    print(f"{name:<9} {s[0, 1]:>9.2f} {s[0, 2]:>9.2f}")
