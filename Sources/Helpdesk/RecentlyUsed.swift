import Synchronization

/// A bounded memory of what was used last: holds at least `capacity` values and at most twice as many.
///
/// Two generations instead of a linked list: a full young one becomes the old one, and what is used again is young.
final class RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Generations {
    var young: [Key: Value] = [:]
    var old: [Key: Value] = [:]
  }

  private let generations = Mutex(Generations())
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  subscript(key: Key) -> Value? {
    get { generations.withLock { $0.young[key] ?? $0.old[key] } }
    set {
      generations.withLock { generations in
        generations.old[key] = nil
        if generations.young.count >= capacity {
          generations.old = generations.young
          generations.young = [:]
        }
        generations.young[key] = newValue
      }
    }
  }
}
