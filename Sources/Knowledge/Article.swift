/// A support article that fixes are taken from: `article.yaml` in a folder of `Intents/`.
public struct Article: Codable, Sendable, Equatable {
  /// The folder's name, e.g. `printers`.
  public var id: String
  /// The article's title, as shown in a source line.
  public var title: LocalizedText
  /// Where the article was published, if it was.
  public var url: LocalizedText?
  /// The date on the article itself, `YYYY-MM-DD`: "documented 2021-03-09".
  public var documented: String?
  /// The date when somebody last compared the fixes with the article, `YYYY-MM-DD`.
  public var checked: String?
  /// The line of attribution that the article's licence asks for.
  public var licence: String?
  /// The fact (``Fact/id``) that somebody without an administrator role is told instead of any text for administrators.
  public var endUserFact: String?
  /// The links that fixes name, by the name they are called by there.
  public var links: [String: Link]
  /// The file that `fixline import` made the article from, in each language.
  public var document: LocalizedText?
  /// A hash of that file, in each language: which revision it was.
  public var revision: LocalizedText?

  /// Makes an article from its parts.
  public init(
    id: String, title: LocalizedText, url: LocalizedText? = nil, documented: String? = nil, checked: String? = nil,
    licence: String? = nil, endUserFact: String? = nil, links: [String: Link] = [:], document: LocalizedText? = nil,
    revision: LocalizedText? = nil
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.documented = documented
    self.checked = checked
    self.licence = licence
    self.endUserFact = endUserFact
    self.links = links
    self.document = document
    self.revision = revision
  }
}

/// A link as a person sees it.
public struct Link: Codable, Sendable, Equatable {
  /// A readable title.
  public var title: LocalizedText
  /// The address: http, https or mailto.
  public var url: String
  /// A word to whoever maintains the content, never shown in a conversation.
  public var note: String?

  /// Makes a link from a title and an address.
  public init(title: LocalizedText, url: String, note: String? = nil) {
    self.title = title
    self.url = url
    self.note = note
  }
}
