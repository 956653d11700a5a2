import Foundation
import TestSupport
import Testing
@testable import Knowledge

/// The schema that editors complete by has to know the same keys as the reader.
@Suite struct SchemaTests {
  private let definitions: [String: Any]

  init() throws {
    let data = try Data(contentsOf: Repository.intents.appending(path: "schema.json"))
    let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    definitions = try #require(schema["$defs"] as? [String: Any])
  }

  @Test(arguments: [
    ("intent", "lamp/lamp-dark.yaml", "intent: lamp-dark"), ("settings", "settings.yaml", "name: Lux"),
    ("article", "lamp/article.yaml", "documented: 2021-03-09"),
  ])
  func everyKeyOfTheSchemaIsRead(_ kind: String, _ file: String, _ line: String) throws {
    let definition = try #require(definitions[kind] as? [String: Any])
    let properties = try #require(definition["properties"] as? [String: Any])
    for key in properties.keys {
      // A key that the reader doesn't know is reported as such; any other complaint is about the value.
      let known = try ContentFixture([file: { $0 + "\n\(key): {x: {}}\n" }]).read().findings
      #expect(!known.contains { $0.message == "unknown key ‘\(key)’" }, "\(key)")
    }
    let unknown = try ContentFixture(file, replacing: line, with: "\(line)\nnonsense: 1").read().findings
    #expect(unknown.contains { $0.message == "unknown key ‘nonsense’" })
  }

  @Test("What a question and an addition to one may hold is read", arguments: ["question", "questionAddition"])
  func everyKeyOfAQuestionIsRead(_ kind: String) throws {
    let option = try #require(definitions[kind == "question" ? "option" : "optionAddition"] as? [String: Any])
    let definition = try #require(definitions[kind] as? [String: Any])
    let isAddition = kind == "questionAddition"
    for key in try #require(definition["properties"] as? [String: Any]).keys where key != "adds" {
      let entry = "\(isAddition ? "who" : "why"):\n\(isAddition ? "  adds: true\n" : "")  \(key): {x: {}}\n"
      let known = try ContentFixture(adding: ["candle/questions.yaml": entry]).read().findings
      #expect(!known.contains { $0.message.hasPrefix("unknown key ‘\(key)’") }, "\(key)")
    }
    for key in try #require(option["properties"] as? [String: Any]).keys where key != "value" {
      let entry = """
        \(isAddition ? "who" : "why"):
          \(isAddition ? "adds: true" : "kind: duration")
          options: [{value: guest, \(key): {x: {}}}]

        """
      let known = try ContentFixture(adding: ["candle/questions.yaml": entry]).read().findings
      #expect(!known.contains { $0.message.hasPrefix("unknown key ‘\(key)’") }, "\(key)")
    }
  }

  @Test func everyKindOfFileHasADefinition() {
    for kind in ["intent", "importedArticle", "article", "questions", "vocabulary", "facts", "outOfScope", "settings"] {
      #expect(definitions[kind] != nil, "\(kind)")
    }
  }
}
