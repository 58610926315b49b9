#include "detail/backend.hpp"
#include "detail/migrations.hpp"
#include "store/case_store.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <soci/soci.h>

#include <fstream>
#include <sys/stat.h>

namespace vidimus::store {
namespace {

using detail::Backend;
using testing::HasSubstr;
using tests::TemporaryFolder;

Error errorOf(const std::string& url)
{
    auto store = CaseStore::open(url);
    return store ? Error{ErrorKind::Cancelled, "it opened", ""} : store.error();
}

/// Runs SQL on a store behind its back.
void run(const std::string& url, const std::string& statement)
{
    auto backend = Backend::open(url);
    ASSERT_TRUE(backend.ok());
    (*backend)->sql() << statement;
}

TEST(StoreTrouble, AFullDiskIsNamedAndChangesNothing)
{
    const TemporaryFolder folder;
    auto backend = Backend::open((folder / "s.db").string());
    ASSERT_TRUE(backend.ok());
    ASSERT_TRUE(detail::migrate(**backend).ok());
    soci::session& sql = (*backend)->sql();
    int pages = 0;
    sql << "PRAGMA page_count", soci::into(pages);
    sql << "PRAGMA max_page_count = " + std::to_string(pages + 2); // the database's own way to be full: SQLITE_FULL
    Error error;
    try {
        detail::Transaction writing(**backend, detail::Transaction::For::Writing);
        const std::string value(100, 'x');
        for (int i = 0; i < 1000; ++i) {
            const std::string name = "filler-" + std::to_string(i);
            sql << "INSERT INTO store_info (name, value) VALUES (:name, :value)", soci::use(name), soci::use(value);
        }
        writing.commit();
    } catch (const std::exception&) {
        error = (*backend)->errorNow();
    }
    EXPECT_EQ(error.kind, ErrorKind::System);
    EXPECT_THAT(error.message, HasSubstr("the disk is full"));
    EXPECT_THAT(error.message, HasSubstr("s.db"));
    int left = 0;
    sql << "SELECT count(*) FROM store_info WHERE name LIKE 'filler%'", soci::into(left);
    EXPECT_EQ(left, 0);
}

TEST(StoreTrouble, AStoreThatMayOnlyBeReadIsNamed)
{
    const TemporaryFolder folder;
    auto backend = Backend::open((folder / "s.db").string());
    ASSERT_TRUE(detail::migrate(**backend).ok());
    (*backend)->sql() << "PRAGMA query_only = ON";
    try {
        (*backend)->sql() << "DELETE FROM event";
        FAIL() << "the write went through";
    } catch (const std::exception&) {
        EXPECT_THAT((*backend)->errorNow().message, HasSubstr("may only be read"));
    }
}

TEST(StoreTrouble, AFileOfAnotherKindIsNoStore)
{
    const TemporaryFolder folder;
    const auto file = folder.write("letter.txt", std::string(5000, 'a'));
    EXPECT_EQ(errorOf(file.string()).kind, ErrorKind::Malformed);
    EXPECT_THAT(errorOf(file.string()).message, HasSubstr("is not a case store"));
    EXPECT_THAT(errorOf(folder.path().string()).message, HasSubstr("is a folder"));
}

TEST(StoreTrouble, AnotherProgramsDatabaseIsNoStore)
{
    const TemporaryFolder folder;
    const std::string file = (folder / "other.db").string();
    run(file, "CREATE TABLE songs (title TEXT)");
    EXPECT_EQ(errorOf(file).kind, ErrorKind::Malformed);
    EXPECT_THAT(errorOf(file).message, HasSubstr("another program"));
}

TEST(StoreTrouble, AStoreOfANewerProgramIsNotTouched)
{
    const TemporaryFolder folder;
    const std::string file = (folder / "s.db").string();
    ASSERT_TRUE(CaseStore::open(file).ok());
    run(file, "UPDATE store_info SET value = '99' WHERE name = 'schema'");
    EXPECT_EQ(errorOf(file).kind, ErrorKind::Malformed);
    EXPECT_THAT(errorOf(file).message, HasSubstr("newer version of the program (schema 99"));
}

TEST(StoreTrouble, ADamagedStoreIsNamed)
{
    const TemporaryFolder folder;
    const auto file = folder / "s.db";
    {
        auto store = CaseStore::open(file.string());
        ASSERT_TRUE((*store)->addAccount(nullptr, {"olga", "", Role::Officer, false}, "a good password").ok());
    }
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(4096); // all pages but the first, which holds the header
    const auto size = std::filesystem::file_size(file);
    stream << std::string(size - 4096, '\x5a');
    stream.close();
    const Error error = errorOf(file.string());
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_THAT(error.message, HasSubstr("s.db"));
}

TEST(StoreTrouble, AFolderThatCannotBeMadeIsNamed)
{
    const TemporaryFolder folder;
    const auto file = folder.write("file", "x");
    EXPECT_EQ(errorOf((file / "below" / "s.db").string()).kind, ErrorKind::System);
}

TEST(StoreTrouble, AnUnknownKindOfUrlIsRefused)
{
    EXPECT_EQ(errorOf("oracle://host/base").kind, ErrorKind::Unsupported);
    EXPECT_EQ(errorOf("").kind, ErrorKind::Unsupported);
}

} // namespace
} // namespace vidimus::store
