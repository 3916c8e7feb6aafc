"""What an operation finds nothing to work on."""


class Missing(Exception):
    """Ends an operation with what is not there."""

    def __init__(self, **what):
        super().__init__(what)
        self.what = what


class Kept(dict):
    """Values kept by name."""

    def value(self, name):
        if name not in self:
            raise Missing(what="kept", name=name)
        return self[name]

    def owner(self, name):
        """One that has members: what nobody gave back has none."""
        value = self.value(name)
        if value is None or issubclass(type(value), (int, float, str)):
            raise Missing(what="kept", name=name)
        return value


def no_member(members, on, owner, name):
    names = [member.name for member in members.all(owner)]
    return Missing(what="member", on=on, name=name, members=names)
