#include "detail/backend.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace vidimus::store::detail {
namespace {

namespace fs = std::filesystem;

/// How long one program waits for another that is writing.
constexpr int busyMilliseconds = 20000;

Error trouble(const fs::path& path, int number)
{
    return {ErrorKind::System, path.string() + ": " + std::strerror(number), "store"};
}

/// Folders that are not there yet are made for their owner alone.
Result<void> makeFolders(const fs::path& folder)
{
    if (folder.empty() || fs::exists(folder))
        return {};
    if (auto above = makeFolders(folder.parent_path()); !above)
        return above;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return trouble(folder, errno);
    return {};
}

/// The file exists, for its owner alone, before the database opens it: SQLite gives its side files the same mode.
Result<void> makeFile(const fs::path& file)
{
    const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0)
        return trouble(file, errno);
    struct stat status { };
    if (::fstat(handle, &status) == 0 && status.st_uid == ::geteuid() && (status.st_mode & 077) != 0)
        ::fchmod(handle, 0600);
    ::close(handle);
    return {};
}

/// For as long as it lives, the connection waits for others no longer than the patience.
class ShortWait {
public:
    ShortWait(sqlite_api::sqlite3* connection, std::chrono::milliseconds patience)
        : m_connection(connection)
    {
        sqlite_api::sqlite3_busy_timeout(m_connection, static_cast<int>(patience.count()));
    }
    ~ShortWait() { sqlite_api::sqlite3_busy_timeout(m_connection, busyMilliseconds); }
    ShortWait(const ShortWait&) = delete;
    ShortWait& operator=(const ShortWait&) = delete;

private:
    sqlite_api::sqlite3* m_connection;
};

class Sqlite : public Backend {
public:
    explicit Sqlite(fs::path file)
        : m_file(std::move(file))
    {
    }

    void connect()
    {
        m_sql.open(soci::sqlite3, "db=\"" + m_file.string() + "\"");
        auto* backend = static_cast<soci::sqlite3_session_backend*>(m_sql.get_backend());
        sqlite_api::sqlite3_busy_timeout(backend->conn_, busyMilliseconds);
        m_sql << "PRAGMA foreign_keys = ON";
        std::string mode;
        m_sql << "PRAGMA journal_mode = WAL", soci::into(mode);
        m_sql << "PRAGMA synchronous = FULL"; // an acknowledged change is on the disk
        m_sql << "PRAGMA secure_delete = ON"; // erased means overwritten
    }

    soci::session& sql() override { return m_sql; }
    // IMMEDIATE takes the write lock at once, so that two writers queue up instead of failing at commit.
    void beginWriting() override { m_sql << "BEGIN IMMEDIATE"; }
    void beginReading() override { m_sql << "BEGIN DEFERRED"; }
    void commit() override { m_sql << "COMMIT"; }
    void rollback() noexcept override
    {
        try {
            m_sql << "ROLLBACK";
        } catch (const std::exception&) {
            // SQLite has rolled back by itself after a full disk or an input/output error.
        }
    }
    bool forgetLog(std::chrono::milliseconds patience) override
    {
        int busy = 0, pages = 0, moved = 0;
        const ShortWait wait(static_cast<soci::sqlite3_session_backend*>(m_sql.get_backend())->conn_, patience);
        try {
            m_sql << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy), soci::into(pages), soci::into(moved);
        } catch (const soci::sqlite3_soci_error& error) {
            if ((error.result() & 0xff) != SQLITE_BUSY) // busy as early as when it reads the schema
                throw;
            return false;
        }
        return busy == 0;
    }
    std::string_view blobType() const override { return "BLOB"; }
    bool empty() override
    {
        int tables = 0;
        m_sql << "SELECT count(*) FROM sqlite_master", soci::into(tables);
        return tables == 0;
    }

    Error errorNow() const override
    {
        try {
            throw;
        } catch (const soci::sqlite3_soci_error& error) {
            return explained(error.result(), error.what());
        } catch (const std::exception& error) {
            return {ErrorKind::System, m_file.string() + ": " + error.what(), "store"};
        }
    }

private:
    Error explained(int code, const char* what) const
    {
        const std::string name = m_file.string();
        switch (code & 0xff) { // the primary result code; the rest is detail
        case SQLITE_FULL:
            return {
                ErrorKind::System, name + ": the disk is full; nothing was changed. Make room and try again.", "store"};
        case SQLITE_IOERR: // where the side file of the log finds no room, SQLite says no more than this
            return {ErrorKind::System, name + ": the disk is full or cannot be read and written; nothing was changed.",
                "store"};
        case SQLITE_READONLY:
            return {ErrorKind::System, name + ": the case store may only be read; nothing was changed.", "store"};
        case SQLITE_NOTADB:
            return {ErrorKind::Malformed, name + " is not a case store.", "store"};
        case SQLITE_CORRUPT:
            return {ErrorKind::Malformed, name + " is damaged: " + what + ". Restore it from a backup.", "store"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorKind::System, name + ": another program keeps the case store busy. Try again.", "store"};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return {ErrorKind::System, name + ": the case store cannot be opened.", "store"};
        default:
            return {ErrorKind::System, name + ": " + what, "store"};
        }
    }

    fs::path m_file;
    soci::session m_sql;
};

/// "sqlite:///path" or a plain path. \return empty for any other kind of URL
fs::path fileOf(const std::string& url)
{
    constexpr std::string_view scheme = "sqlite://";
    if (url.starts_with(scheme))
        return url.substr(scheme.size());
    return url.find("://") == std::string::npos ? fs::path(url) : fs::path();
}

} // namespace

Result<std::unique_ptr<Backend>> Backend::open(const std::string& url, bool create)
{
    const fs::path given = fileOf(url);
    if (given.empty())
        return Error{ErrorKind::Unsupported, url + ": a store is named by a path or by sqlite:///path.", "store"};
    if (given.string().find('"') != std::string::npos)
        return Error{ErrorKind::Unsupported, url + ": the path of a store must not hold a quotation mark.", "store"};
    std::error_code ignored;
    if (fs::is_directory(given, ignored))
        return Error{ErrorKind::Malformed, given.string() + " is a folder, not a case store.", "store"};
    const fs::path file = fs::absolute(given, ignored);
    if (!create)
        if (const auto size = fs::file_size(file, ignored); ignored || size == 0)
            return Error{ErrorKind::NotFound,
                given.string()
                    + (ignored ? ": there is no case store of this name." : ": this file is empty, no case store."),
                "store"};
    if (auto made = makeFolders(file.parent_path()); !made)
        return made.error();
    if (auto made = makeFile(file); !made)
        return made.error();
    auto sqlite = std::make_unique<Sqlite>(file);
    try {
        sqlite->connect();
    } catch (const std::exception&) {
        return sqlite->errorNow();
    }
    return std::unique_ptr<Backend>(std::move(sqlite));
}

} // namespace vidimus::store::detail
