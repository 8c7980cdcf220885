"""The only personal data: the name and the role of who has signed in."""

from __future__ import annotations

from sqlalchemy import Boolean, String
from sqlalchemy.orm import Mapped, mapped_column

from store.entry import Base


class Account(Base):
    """subject: the identity provider's id of the person. After an erasure there is no subject and no name; role and home stay."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    subject: Mapped[str | None] = mapped_column(String(300), unique=True, nullable=True)
    name: Mapped[str] = mapped_column(String(300))
    role: Mapped[str] = mapped_column(String(40))
    home: Mapped[str] = mapped_column(String(300))
    first_seen: Mapped[str] = mapped_column(String(32))
    last_seen: Mapped[str] = mapped_column(String(32))
    erased: Mapped[bool] = mapped_column(Boolean, default=False)
