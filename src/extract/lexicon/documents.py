"""Nouns for documents, which speak in news: "the report says". Lower case."""

from __future__ import annotations

DOCUMENTS = frozenset(
    """report letter statement memo memorandum document release study survey poll filing lawsuit complaint
        indictment affidavit transcript email e-mail note notice post tweet article editorial column book
        bulletin communique communiqué declaration resolution ruling order paper analysis review audit
        census figures data records documents results statistics findings papers emails letters reports
        studies polls surveys message manifesto petition website page sign banner advertisement ad blog
        caption headline law bill constitution treaty agreement contract guidelines rules notification
        newsletter questionnaire circular memoir memoirs dossier leaflet pamphlet handbook verdict
        judgment judgement prospectus research recording""".split()
)
