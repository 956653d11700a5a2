import Dialogue
import FoundationEssentials
import TextAnalysis

/// What the log keeps of a ``TurnResponse``: all that the turn's own columns don't hold.
struct StoredResult: Codable {
  var language: Language
  var replies: [Reply]
  var state: TurnResponse.State

  init(_ response: TurnResponse) {
    language = response.language
    replies = response.replies
    state = response.state
  }

  init(json: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(json.utf8)) }
}
