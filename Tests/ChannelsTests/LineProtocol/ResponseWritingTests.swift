import FoundationEssentials
import TextAnalysis
import Testing

@testable import Channels
@testable import Dialogue
@testable import Helpdesk

@Suite("what is sent is what the values hold")
struct ResponseWritingTests {
  /// A response with nothing left out.
  private var full: TurnResponse {
    let source = Reply.Source(document: "d", heading: "h", documented: "2021-03-09", checked: "2026-11-23", url: "u")
    var reply = Reply(.fix, "text \"å\"\n")
    reply.markdown = "**text**"
    reply.intent = "i"
    reply.fix = "f"
    reply.question = "q"
    reply.options = [.init(value: "v", label: "l")]
    reply.links = [.init(title: "t", url: "u")]
    reply.source = source
    reply.packet = HandoffPacket(
      reference: "C-1", session: "s", language: "sv", facts: ["role": "user"], intent: "i", symptom: "y", score: 0.25,
      words: ["w"], tried: [.init(intent: "i", fix: "f", outcome: "helped")], sources: [source], text: "t")
    var state = TurnResponse.State()
    state.intent = "i"
    state.awaiting = "helped"
    state.asked = 1
    return TurnResponse(
      session: "s", turn: 7, language: .swedish, replies: [reply], state: state, repeated: true)
  }

  @Test("no member is missing")
  func complete() throws {
    var writer = JSONWriter()
    writer.value(full)
    #expect(try JSONDecoder().decode(TurnResponse.self, from: Data(writer.bytes)) == full)
    #expect(try JSONReader.read(writer.bytes) == JSONReader.read(Array(JSONEncoder().encode(full))))
  }

  @Test("the example above leaves nothing out, so that a new member is noticed")
  func exampleIsFull() {
    let reply = full.replies[0]
    let values: [Any] = [full, full.state, reply, reply.source as Any, reply.packet as Any]
    for value in values {
      for member in Mirror(reflecting: value).children {
        #expect(Mirror(reflecting: member.value).displayStyle != .optional || "\(member.value)" != "nil", "\(member)")
      }
    }
  }
}
