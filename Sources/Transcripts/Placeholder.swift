/// Nothing yet.
public enum TranscriptsPlaceholder {}
