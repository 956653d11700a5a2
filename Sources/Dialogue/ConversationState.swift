public import TextAnalysis

/// Everything about a conversation that the next turn needs: a plain value, stored with each turn.
public struct ConversationState: Codable, Sendable, Equatable {
  /// The language of the last reply; `nil` before the first.
  public internal(set) var language: Language?
  /// What is known about role and environment: slot → value, `unknown` for "don't know".
  public internal(set) var facts: [String: String] = [:]
  /// The roles of people whom the person told of by name: name in small letters → slot → value; `nil`: none.
  var people: [String: [String: String]]?
  /// The symptom that is talked about.
  public internal(set) var topic: Topic?
  /// Symptoms to come back to, the next one first.
  public internal(set) var waiting: [Topic] = []
  /// The symptoms that were offered beside the one that was chosen; `nil` where nothing was offered.
  var alternatives: [String]?
  /// The question that is open.
  public internal(set) var question: OpenQuestion?
  /// What the session has come to.
  public internal(set) var outcome = Outcome.open
  /// The symptoms that were handed over: each once.
  var handedOver: [String] = []
  /// What was given, and what came of it.
  var tried: [HandoffPacket.Tried] = []
  /// The person's own words (redacted), the last ``wordsKept`` messages.
  var words: [String] = []
  /// The question that the last turn ended with, and how many turns running it was that one.
  var running = Running(question: "", turns: 0)
  /// Whether a person was offered in passing in the last turn, so that "yes please" means that.
  var offersPerson = false
  /// How many messages in a row nothing documented fitted.
  var misses = 0
  /// How often each of the bot's sentences was said, so that its wordings take turns.
  var said: [String: Int] = [:]
  /// The texts of the last turn: the same words are never said twice running.
  var lastTexts: [String] = []

  /// How many of a person's messages a handoff packet quotes.
  static let wordsKept = 12

  /// How many people's roles are kept.
  static let peopleKept = 8

  /// A conversation that has not begun.
  public init() {}

  /// Keeps the roles of people whom a message names.
  mutating func note(_ told: [String: SlotValue]) {
    for (name, value) in told.sorted(by: { $0.key < $1.key }) {
      guard people?[name] != nil || (people?.count ?? 0) < Self.peopleKept else { continue }
      people = (people ?? [:]).merging([name: [value.slot: value.value]]) { $1 }
    }
  }
}

/// A question and for how many turns running it was put, for whatever symptom.
struct Running: Codable, Sendable, Equatable {
  var question: String
  var turns: Int
}

/// A symptom that is talked about.
public struct Topic: Codable, Sendable, Equatable {
  /// The intent's name.
  public internal(set) var intent: String
  /// How sure the matcher was of it, 0 to 1.
  public internal(set) var score: Double
  /// How many questions it has cost, of ``questionBudget``.
  public internal(set) var asked = 0
  /// The slots that were asked, in order: the way back.
  var askedSlots: [String] = []
  /// The fixes that were given, the last one last.
  public internal(set) var given: [String] = []
  /// What is known that concerns this symptom alone, while it waits: slot → value.
  var facts: [String: String] = [:]
  /// The number of the step of the last fix that was given alone.
  var step: Int?
  /// The fact that the last follow-up question was answered with.
  var fact: String?
  /// What a follow-up question supposed, until a fact changes: slot → value.
  var supposed: [String: String] = [:]
  /// Whether it is somebody else's problem that the person tells; `nil`: no.
  var isReported: Bool?
  /// Whether it was named to the person.
  var isNamed = false

  /// How many questions a problem may cost; "did that help?" and repeats cost nothing.
  public static let questionBudget = 3

  init(intent: String, score: Double, asked: Int = 0) {
    self.intent = intent
    self.score = score
    self.asked = asked
  }
}

/// A question that waits for an answer.
public struct OpenQuestion: Codable, Sendable, Equatable {
  /// What is asked.
  public internal(set) var subject: Subject
  /// How many replies did not fit.
  var misses = 0
  /// How often it was put, one time after the other.
  var shown = 1

  /// How often the same question is put running.
  static let showings = 2

  /// What is asked.
  public enum Subject: Codable, Sendable, Equatable {
    /// The value of a slot.
    case slot(String)
    /// Which of these intents is meant.
    case intent([String])
    /// Whether the fix helped.
    case helped
    /// Whether a person should take over.
    case person
  }

  /// The question's name in the protocol and the log: a slot, `intent`, `helped` or `person`.
  public var name: String {
    switch subject {
    case .slot(let slot): slot
    case .intent: "intent"
    case .helped: "helped"
    case .person: "person"
    }
  }
}
