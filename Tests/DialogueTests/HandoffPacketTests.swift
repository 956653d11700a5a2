import Dialogue
import Foundation
import Knowledge
import Testing

@Suite("What a person gets who takes over")
struct HandoffPacketTests {
  /// The packet of the last handover in a conversation.
  private func packet(_ messages: String...) throws -> HandoffPacket {
    var bot = Bot()
    var packet: HandoffPacket?
    for message in messages {
      packet = bot.say(message).last { $0.kind == .handoff }?.packet ?? packet
    }
    return try #require(packet)
  }

  @Test("It holds all that the conversation came to, as data and as text")
  func complete() throws {
    let packet = try packet(
      "a user still can't sign in after I reset her password, mail me at anna.berg@example.org",
      "we're hybrid", "in the office 365 admin portal", "no, that didn't help", "still not working")
    #expect(packet.reference == "R-1")
    #expect(packet.session == "test")
    #expect(packet.language == "en")
    #expect(packet.facts["environment"] == "on-premises")
    #expect(packet.facts["portal"] == "office-365")
    #expect(packet.intent == "onprem-user-cannot-sign-in")
    #expect(packet.symptom?.isEmpty == false)
    #expect((packet.score ?? 0) > 0)
    #expect(packet.words.first?.contains("still can't sign in") == true)
    #expect(packet.words.contains("we're hybrid"))
    #expect(packet.tried.first?.fix == "reset-in-azure")
    #expect(packet.tried.first?.outcome == "not-helped")
    #expect(packet.sources.first?.document.isEmpty == false)
    for part in [
      packet.reference, packet.session, packet.symptom ?? "?", "reset-in-azure", "2021-03-09", "we're hybrid",
    ] {
      #expect(packet.text.contains(part), "\(part) is not in the text")
    }
    let json = String(decoding: try JSONEncoder().encode(packet), as: UTF8.self)
    #expect(!json.contains("anna.berg"))
  }

  @Test("After a second problem it tells of both, and the symptom is the one handed over")
  func secondTopic() throws {
    let packet = try packet(
      "the reset password button is greyed out, I'm helpdesk admin", "yes, that helped",
      "I don't see the password reset blade either", "no", "no")
    #expect(packet.intent == "blade-missing")
    #expect(packet.tried.map(\.intent).contains("button-greyed-out"))
    #expect(packet.tried.first { $0.intent == "button-greyed-out" }?.outcome == "helped")
    #expect(packet.tried.last?.intent == "blade-missing")
    #expect(packet.tried.last?.outcome == "not-helped")
    #expect(Set(packet.sources.map(\.heading)).count == 2)
    #expect(packet.facts["role"] == "other-admin")
  }

  @Test(
    "For somebody without an administrator role it says so, with no fix that wasn't given",
    arguments: ["I forgot my own password, can you help?", "jag har glömt mitt lösenord, kan du hjälpa mig?"])
  func endUser(message: String) throws {
    let packet = try packet(message)
    #expect(packet.facts["role"] == "end-user")
    #expect(packet.words == [message])
    #expect(packet.intent != nil)
    for given in packet.tried {
      let fix = Bot.engine.knowledge.intent(given.intent)?.fix(given.fix)
      #expect(fix?.audience == .everyone)
    }
  }

  @Test("Somebody who wants a person at once is handed over with what there is", arguments: ["person", "människa"])
  func atOnce(word: String) throws {
    let packet = try packet(word)
    #expect(packet.intent == nil)
    #expect(packet.tried.isEmpty)
    #expect(packet.sources.isEmpty)
    #expect(packet.reference == "R-1")
    #expect(!packet.text.isEmpty)
  }
}
