/// Nothing yet.
public enum ChannelsPlaceholder {}
