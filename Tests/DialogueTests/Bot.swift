import Dialogue
import Foundation
import Knowledge
import Matching
import Redaction
import TestSupport
import TextAnalysis

/// The bot on the repository's own content, talked to without any log or channel.
struct Bot {
  /// Made once for all tests; what is learned from the examples is kept beside the build.
  static let engine: DialogueEngine = {
    let cache = CompiledCache(directory: Repository.root.appending(path: ".build/test-cache"))
    do {
      let knowledge = try ContentLoader.load(Repository.intents, cache: cache)
      return DialogueEngine(knowledge: knowledge, matcher: Matcher(knowledge: knowledge, cache: cache), cache: cache)
    } catch {
      fatalError("the repository's content can't be loaded: \(error)")
    }
  }()

  private(set) var state = ConversationState()
  /// The last turn.
  private(set) var last: TurnResult?

  /// Says something and gives the replies.
  @discardableResult
  mutating func say(_ text: String) -> [Reply] {
    take(TurnInput(text: RedactedText(redacting: text), session: "test", reference: "R-1"))
  }

  /// Sends an option's value instead of text.
  @discardableResult
  mutating func choose(_ value: String) throws -> [Reply] {
    let input = TurnInput(text: RedactedText(redacting: ""), choice: value, session: "test", reference: "R-1")
    let result = try Self.engine.turn(state, input)
    state = result.state
    last = result
    return result.replies
  }

  private mutating func take(_ input: TurnInput) -> [Reply] {
    do {
      let result = try Self.engine.turn(state, input)
      state = result.state
      last = result
      return result.replies
    } catch {
      fatalError("no choice was sent, and yet: \(error)")
    }
  }

  /// Says these things one after another and gives the replies to the last.
  static func replies(to messages: String...) -> [Reply] {
    var bot = Bot()
    return messages.map { bot.say($0) }.last ?? []
  }

  /// The state after these messages.
  static func after(_ messages: String...) -> Bot {
    var bot = Bot()
    for message in messages { bot.say(message) }
    return bot
  }
}

extension [Reply] {
  /// The fix that is given.
  var fix: String? { first { $0.fix != nil }?.fix }
  /// The question that is asked.
  var question: String? { last { $0.question != nil }?.question }
  /// All that is said.
  var text: String { map(\.text).joined(separator: "\n") }
  var kinds: [Reply.Kind] { map(\.kind) }
}
