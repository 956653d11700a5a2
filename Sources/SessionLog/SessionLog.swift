/// Nothing yet.
public enum SessionLogPlaceholder {}
