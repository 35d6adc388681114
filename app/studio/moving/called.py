"""What an element is called for whoever moves requests: as the old version says, else as the new one does."""


def called(old, new, language: str):
    """`name(id)` of an element of either version; one that nobody named is called by its kind and place."""

    def name(id: str) -> str:
        both = sorted((old, new), key=lambda one: not one.element_names(id))
        said = (one.element_name(id, language) for one in both)
        return next((one for one in said if one != id), id)

    return name
