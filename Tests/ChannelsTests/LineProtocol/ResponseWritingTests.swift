import FoundationEssentials
import TextAnalysis
import Testing

@testable import Channels
@testable import Dialogue
@testable import Helpdesk

@Suite("what is sent is what the values hold")
struct ResponseWritingTests {
  @Test("no member is missing, whether the response comes from the log or not", arguments: [true, false])
  func complete(isStored: Bool) throws {
    var reply = Reply(.fix, "text \"å\"\n")
    reply.options = [.init(value: "v", label: "l")]
    reply.links = [.init(title: "t", url: "u")]
    reply.packet = HandoffPacket(
      reference: "C-1", session: "s", language: "sv", facts: ["role": "user"], intent: "i", symptom: "y", score: 0.25,
      words: ["w"], tried: [.init(intent: "i", fix: "f", outcome: "helped")], sources: [], text: "t")
    var state = TurnResponse.State()
    state.awaiting = "helped"
    var response = TurnResponse(
      session: "s", turn: 7, language: .swedish, replies: [reply], state: state, repeated: true)
    if isStored { response.stored = response.result }
    var writer = JSONWriter()
    writer.value(response)
    #expect(try JSONDecoder().decode(TurnResponse.self, from: Data(writer.bytes)).replies == [reply])
    #expect(try JSONReader.read(writer.bytes) == JSONReader.read(Array(JSONEncoder().encode(response))))
  }
}
