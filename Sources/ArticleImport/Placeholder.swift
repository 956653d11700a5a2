/// Nothing yet.
public enum ArticleImportPlaceholder {}
