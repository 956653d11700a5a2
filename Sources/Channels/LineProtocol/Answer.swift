public import Dialogue
import FoundationEssentials
import Helpdesk
import TextAnalysis

/// What a request is answered with, when it is not an error.
enum Answer {
  case turn(TurnResponse)
  case server(Limits, ContentSummary)
  case content(ContentSummary)
  case metrics(MetricsSummary)
  case deleted(String)
  /// A value that is asked for so seldom that the general encoder is quick enough.
  case encoded(any Encodable)
  case nothing
}

extension Answer: JSONWritable {
  func write(to writer: inout JSONWriter) {
    switch self {
    case .turn(let response): writer.value(response)
    case .server(let limits, let content): writer.value(ServerSummary(limits: limits, content: content))
    case .content(let content): writer.object { $0.member("content", content) }
    case .metrics(let summary): writer.value(summary)
    case .deleted(let session):
      writer.object {
        $0.member("session", session)
        $0.member("deleted", true)
      }
    case .encoded(let value): writer.literal(Self.encode(value))
    case .nothing: writer.object { _ in }
    }
  }

  private static func encode(_ value: any Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    // None of the values holds what the encoder refuses, a number that is not finite.
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }
}

extension Result<Answer, ProtocolError> {
  /// The line that answers a request: JSON-RPC 2.0, with its end.
  func line(answering id: JSON, of line: Int) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("jsonrpc", "2.0")
      $0.member("id", id)
      switch self {
      case .success(let answer): $0.member("result", answer)
      case .failure(let error): $0.member("error", LocatedError(error: error, line: line))
      }
    }
    writer.newline()
    return writer.bytes
  }
}

/// An error and the line that it is about.
private struct LocatedError: JSONWritable {
  var error: ProtocolError
  var line: Int

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("code", error.code.rawValue)
      $0.member("message", error.message)
      $0.name("data")
      $0.object {
        $0.member("line", line)
        $0.member("retry", error.retry)
      }
    }
  }
}

/// The answer to `initialize`.
private struct ServerSummary: JSONWritable {
  var limits: Limits
  var content: ContentSummary

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("protocol", Request.protocolVersion)
      $0.member("server", "fixline")
      $0.member("content", content)
      $0.member("languages", Language.allCases.map(\.rawValue))
      $0.member("limits", limits)
      $0.member("methods", Method.allCases.map(\.rawValue))
    }
  }
}

extension Limits: JSONWritable {
  /// Writes what the protocol tells of them.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("line", line)
      $0.member("session", Params.maximumSessionID)
      $0.member("in_flight", inFlight)
      $0.member("connections", connections)
      $0.member("messages_per_minute", messagesPerMinute)
    }
  }
}

extension ContentSummary: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("version", version)
      $0.member("hash", hash)
      $0.member("intents", intents)
    }
  }
}
