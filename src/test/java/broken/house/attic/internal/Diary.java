package broken.house.attic.internal;

/** What the attic keeps for itself. */
public class Diary {}
