#pragma once
#include "core/result.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace soci {
class session;
}

/// All that differs between databases. Everything else in this room is portable SQL.
namespace vidimus::store::detail {

class Backend {
public:
    /// Errors: Unsupported (a URL of another kind), System, Malformed, NotFound (nothing is there, unless created).
    static Result<std::unique_ptr<Backend>> open(const std::string& url, bool create = true);
    virtual ~Backend() = default;

    virtual soci::session& sql() = 0;
    /// Holds the right to write until commit: others wait, they do not fail half-way.
    virtual void beginWriting() = 0;
    virtual void beginReading() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    /// Empties the log that holds what the database held before: without it, erased bytes live on there.
    /// One try; not inside a transaction.
    /// \return false where another program uses the store for longer than the patience, so that the log had to stay
    virtual bool forgetLog(std::chrono::milliseconds patience) = 0;
    /// The column type that keeps bytes.
    virtual std::string_view blobType() const = 0;
    /// Whether the database is still without any table of ours.
    virtual bool empty() = 0;
    /// What a person should know about the exception being handled. Call it inside a catch block.
    virtual Error errorNow() const = 0;
};

/// One unit of reading or writing: rolled back unless committed.
class Transaction {
public:
    enum class For { Reading, Writing };
    Transaction(Backend& backend, For what)
        : m_backend(backend)
    {
        what == For::Writing ? backend.beginWriting() : backend.beginReading();
    }
    ~Transaction()
    {
        if (!m_done)
            m_backend.rollback();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Returns when the change is on the disk.
    void commit()
    {
        m_backend.commit();
        m_done = true;
    }

private:
    Backend& m_backend;
    bool m_done = false;
};

} // namespace vidimus::store::detail
