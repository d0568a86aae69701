package broken.house.attic;

/** The face of the attic. */
public class Window {}
