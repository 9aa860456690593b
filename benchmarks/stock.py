"""Stock Presidio, to be timed beside ours: its AnalyzerEngine with its default recognizers, asked for all entities.

By default Presidio loads spaCy's `en_core_web_lg`. Where that model is installed, it is what is timed. Where it is not (nothing is
downloaded here), two engines stand in for it, and the report says so:

- *no model*: spaCy's blank English pipeline, which only splits words. Faster than what anybody gets from Presidio by default.
- *same shape, untrained*: the components that `en_core_web_lg` has (tok2vec, tagger, parser, and a recognizer of names with its own
  tok2vec) in the same sizes, with random weights and without its table of vectors. It finds nonsense; the time it takes is of the
  same order.
"""

import importlib.util
import logging
from collections.abc import Callable
from typing import Any, Final

_MODEL: Final = "en_core_web_lg"
_ENTITIES: Final = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART "
)
_TAGS: Final = (
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP "
    "VBZ WDT WP WP$ WRB "
)
_RELATIONS: Final = (
    "acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj dative dep det dobj "
    "expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet "
    "prep prt punct quantmod relcl xcomp "
)


def engines() -> dict[str, Callable[[str], object]]:
    """What can be timed here, by the name that the report gives it."""
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    if importlib.util.find_spec(_MODEL):
        from presidio_analyzer import AnalyzerEngine

        engine = AnalyzerEngine()
        return {f"stock Presidio ({_MODEL})": lambda text: engine.analyze(text, "en")}
    import spacy

    return {
        "stock Presidio, no model": _engine(spacy.blank("en")),
        "stock Presidio, model of the same shape, untrained": _engine(_same_shape()),
    }


def _engine(pipeline: Any) -> Callable[[str], object]:
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Given(SpacyNlpEngine):
        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"en": pipeline}

    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"])
    engine = AnalyzerEngine(registry=registry, nlp_engine=Given(), supported_languages=["en"])
    return lambda text: engine.analyze(text, "en")


def _same_shape() -> Any:
    import spacy
    from spacy.training import Example

    tok2vec = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
            "rows": [5000, 1000, 2500, 2500, 50, 50],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}

    def transitions(kind: str, source: dict[str, Any]) -> dict[str, Any]:
        return {
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": kind,
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": source,
            }
        }

    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": tok2vec})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}})
    parser = nlp.add_pipe("parser", config=transitions("parser", shared))
    ner = nlp.add_pipe("ner", config=transitions("ner", tok2vec))
    for pipe, labels in ((tagger, _TAGS), (parser, _RELATIONS), (ner, _ENTITIES)):
        for label in labels.split():
            pipe.add_label(label)
    doc = nlp.make_doc("Ann met Bob in Rome")
    told = {
        "heads": [1, 1, 1, 1, 3],
        "deps": ["nsubj", "ROOT", "dobj", "prep", "pobj"],
        "tags": ["NNP", "VBD", "NNP", "IN", "NNP"],
        "entities": ["U-PERSON", "O", "U-PERSON", "O", "U-GPE"],
    }
    nlp.initialize(lambda: [Example.from_dict(doc, told)])
    return nlp
