import Dialogue
import FoundationEssentials
import TextAnalysis

/// What the log keeps of a ``TurnResponse``: all that the turn's own columns don't hold.
struct StoredResult: Decodable, JSONWritable {
  var language: Language
  var replies: [Reply]
  var state: TurnResponse.State

  init(_ response: TurnResponse) {
    language = response.language
    replies = response.replies
    state = response.state
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("language", language.rawValue)
      $0.member("replies", replies)
      $0.member("state", state)
    }
  }

  init(json: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(json.utf8)) }
}
