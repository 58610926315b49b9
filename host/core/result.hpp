#pragma once
#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace vidimus {

/// What kept us from working. A document's damage is never an Error but a Finding.
enum class ErrorKind {
    NotFound, ///< a file, pack, case … that was named does not exist
    Unreadable, ///< there, but cannot be opened or is not what it claims to be
    Malformed, ///< data of ours or of a plugin author that breaks its format
    Unsupported, ///< well-formed, but not handled
    Refused, ///< not permitted: role, four eyes, limit
    TooLarge, ///< over a stated limit
    Crashed, ///< a worker died
    TimedOut,
    OutOfMemory,
    Cancelled,
    System, ///< disk full, no permission, kernel said no
};

/// \field message one sentence for a person, naming the thing and the way out
/// \field origin  the room or plugin that speaks, e.g. "store", "vidimus.scan"
struct Error {
    ErrorKind kind = ErrorKind::System;
    std::string message;
    std::string origin;
};

/// Either a value or an Error.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    T&& value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }
    T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

/// Success, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }
    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error& error() const
    {
        assert(!ok());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace vidimus
