import Dialogue
public import FoundationEssentials
public import Helpdesk
import Knowledge
import TextAnalysis

/// One session as a chat holds it: messages go in one at a time, and the session is closed in the log at the end.
public struct ChatSession: Sendable {
  /// The session's id in the log.
  public let id: String
  /// True where the person has named the session to come back to it: it then stays open when the chat ends.
  public let continues: Bool
  private let helpdesk: Helpdesk
  private let clock: @Sendable () -> Date

  /// Makes a session of a helpdesk.
  ///
  /// - Parameters:
  ///   - helpdesk: what answers.
  ///   - name: the session to go on with, or begin; `nil`: a new one with a name of its own.
  ///   - clock: tells the time of each message.
  public init(of helpdesk: Helpdesk, named name: String? = nil, clock: @escaping @Sendable () -> Date) {
    self.helpdesk = helpdesk
    self.clock = clock
    id = name ?? "chat-" + UUID().uuidString.lowercased()
    continues = name != nil
  }

  /// What the bot says before the first message; `nil` where the content has taken that away.
  func welcome(in language: Language) -> String? {
    let knowledge = helpdesk.engine.knowledge
    let name = knowledge.settings.name.preferring(language) ?? ""
    return knowledge.conversation.replies["welcome"]?.preferring(language)?.first?.replacing("{name}", with: name)
  }

  /// What an earlier run of this session ended with, where that waits for an answer.
  ///
  /// - Throws: `LogError` where the log can't be read.
  func openReplies() throws -> [Reply] { continues ? try helpdesk.openReplies(id, now: clock()) : [] }

  /// Answers a message; the turn is in the log when this returns.
  ///
  /// - Throws: `LogError` where the log can't be written.
  func replies(to text: String) throws -> [Reply] {
    try helpdesk.respond(to: TurnRequest(session: id, text: text), now: clock()).replies
  }

  /// Closes the session in the log, unless it is to be continued; a session in which nothing was said isn't there.
  ///
  /// - Throws: `LogError` where the log can't be written.
  func close() throws {
    guard !continues else { return }
    do {
      try helpdesk.end(id)
    } catch is UnknownSession {}
  }
}
