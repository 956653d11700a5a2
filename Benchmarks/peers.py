"""The peers that anyone can install from PyPI, each with two methods: fit(texts, labels) and predict(texts), which gives
a label and how sure it is of it for each text."""

import numpy as np
from adapt.engine import IntentDeterminationEngine
from adapt.intent import IntentBuilder
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.feature_selection import chi2
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

OUT_OF_SCOPE = "oos"


class Svc:
    """LinearSVC on TF-IDF, out of scope as a class of its own where there are such examples."""

    def __init__(self, letters):
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        chars = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        self.model = make_pipeline(make_union(words, chars) if letters else words, LinearSVC(random_state=1))

    def fit(self, texts, labels):
        self.model.fit(texts, labels)

    def predict(self, texts):
        scores = self.model.decision_function(texts)
        classes = self.model[-1].classes_
        if scores.ndim == 1:
            scores = np.stack([-scores, scores], axis=1)
        return list(zip(classes[scores.argmax(axis=1)], scores.max(axis=1)))


class Fuzzy:
    """The label of the example that reads most alike (rapidfuzz, token_sort_ratio)."""

    def fit(self, texts, labels):
        self.texts, self.labels = [text.lower() for text in texts], labels

    def predict(self, texts):
        found = (process.extractOne(t.lower(), self.texts, scorer=fuzz.token_sort_ratio) for t in texts)
        return [(self.labels[row], score) for _, score, row in found]


class Adapt:
    """adapt-parser, with the 15 words that say most of each intent (by chi squared) as its keywords."""

    KEYWORDS = 15

    def fit(self, texts, labels):
        vectorizer = CountVectorizer(binary=True)
        counts = vectorizer.fit_transform(texts)
        words, labels = vectorizer.get_feature_names_out(), np.array(labels)
        self.engine = IntentDeterminationEngine()
        for intent in sorted(set(labels) - {OUT_OF_SCOPE}):
            mine = labels == intent
            inside = np.asarray(counts[mine].mean(axis=0)).ravel()
            outside = np.asarray(counts[~mine].mean(axis=0)).ravel()
            weights = np.where(inside > outside, np.nan_to_num(chi2(counts, mine)[0]), 0)
            keywords = [words[i] for i in weights.argsort()[::-1][: self.KEYWORDS] if weights[i] > 0]
            builder = IntentBuilder(intent)
            kinds = [f"{intent}:{number}" for number in range(len(keywords))]
            for kind, keyword in zip(kinds, keywords):
                self.engine.register_entity(keyword, kind)
                builder.optionally(kind)
            self.engine.register_intent_parser(builder.one_of(*kinds).build())

    def predict(self, texts):
        return [self.best(text) for text in texts]

    def best(self, text):
        found = max(
            self.engine.determine_intent(text.lower()), key=lambda intent: intent["confidence"], default=None)
        return (found["intent_type"], found["confidence"]) if found else (OUT_OF_SCOPE, 0)


PEERS = {
    "LinearSVC, words": lambda: Svc(letters=False),
    "LinearSVC, words and letters": lambda: Svc(letters=True),
    "rapidfuzz, nearest example": Fuzzy,
    "adapt-parser, keywords by chi²": Adapt,
}
