"""Words for what a whole counts and none of its areas does."""

UNPLACED = "räumlich nicht zuordenbar"


def unplaced_note(whole: str) -> str:
    """Below a table. whole: name of the municipality or the county."""
    return (
        f"**{UNPLACED}**: gezählt, aber in keinem der Gebiete, zum Beispiel ohne verwendbare Anschrift. Mit dieser Zeile "
        f"ergeben die Gebiete zusammen die Zahl für {whole}."
    )
