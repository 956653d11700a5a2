/// Messages that wait to be committed, most of them decided already: what ``Helpdesk/prepare(_:now:)`` gives.
public struct PreparedTurns: Sendable {
  let deciding: Deciding
  var lanes: [Lane]
  /// How many messages there are.
  let count: Int
}
