#include "detail/backend.hpp"
#include "store/case_store.hpp"

#include "digest/digest.hpp"
#include "support/sample_case.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <soci/soci.h>

#include <chrono>
#include <fstream>
#include <future>
#include <sstream>
#include <sys/stat.h>

namespace vidimus::store {
namespace {

using tests::TemporaryFolder;

unsigned modeOf(const std::filesystem::path& path)
{
    struct stat status { };
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 0777;
}

std::string everythingIn(const std::filesystem::path& folder)
{
    std::ostringstream all;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        all << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    return all.str();
}

void addAccount(CaseStore& store, const char* name, Role role)
{
    EXPECT_TRUE(store.addAccount(nullptr, {name, "", role, false}, "a good password").ok());
}

TEST(StorePrivacy, FilesAndFoldersAreTheOwnersAlone)
{
    const TemporaryFolder folder;
    const auto below = folder / "data" / "vidimus";
    auto store = CaseStore::open("sqlite://" + (below / "cases.db").string());
    ASSERT_TRUE(store.ok());
    addAccount(**store, "olga", Role::Officer);
    EXPECT_EQ(modeOf(below), 0700u);
    EXPECT_EQ(modeOf(folder / "data"), 0700u);
    for (const auto& entry : std::filesystem::directory_iterator(below))
        EXPECT_EQ(modeOf(entry.path()), 0600u) << entry.path();
}

TEST(StorePrivacy, AWideOpenFileIsClosedAgain)
{
    const TemporaryFolder folder;
    const auto file = folder / "cases.db";
    ASSERT_TRUE(CaseStore::open(file.string()).ok());
    ::chmod(file.c_str(), 0644);
    ASSERT_TRUE(CaseStore::open(file.string()).ok());
    EXPECT_EQ(modeOf(file), 0600u);
}

TEST(StorePrivacy, NeitherPasswordsNorTokensAreKept)
{
    const TemporaryFolder folder;
    auto store = CaseStore::open((folder / "cases.db").string());
    addAccount(**store, "olga", Role::Officer);
    ASSERT_TRUE((*store)->signIn("olga", "a good password").ok());
    store->reset();
    const std::string kept = everythingIn(folder.path());
    EXPECT_EQ(kept.find("a good password"), std::string::npos);
    EXPECT_NE(kept.find("$argon2id$"), std::string::npos);
}

TEST(StorePrivacy, EqualPapersOfTwoCasesHaveUnequalNames)
{
    const TemporaryFolder folder;
    const std::string file = (folder / "cases.db").string();
    auto store = CaseStore::open(file);
    addAccount(**store, "olga", Role::Officer);
    const auto olga = (*store)->signIn("olga", "a good password");
    Case sample = support::sampleCase();
    sample.files.resize(1);
    sample.crops.clear();
    sample.readings.clear();
    const auto bytes = support::sampleFileBytes()[0];
    sample.files[0].sha256 = digest::sha256({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    for (int i = 0; i < 2; ++i)
        ASSERT_TRUE((*store)->saveChecked(*olga, "", sample, {bytes}).ok());
    auto backend = detail::Backend::open(file);
    int blobs = 0, names = 0, plain = 0;
    (*backend)->sql() << "SELECT count(*), count(DISTINCT keyed_digest) FROM case_blob", soci::into(blobs),
        soci::into(names);
    (*backend)->sql() << "SELECT count(*) FROM case_blob WHERE keyed_digest = :digest",
        soci::use(sample.files[0].sha256), soci::into(plain);
    EXPECT_EQ(blobs, 2);
    EXPECT_EQ(names, 2);
    EXPECT_EQ(plain, 0);
}

TEST(StorePrivacy, NothingOfAnErasedCaseIsLeftInTheFile)
{
    const TemporaryFolder folder;
    auto store = CaseStore::open((folder / "cases.db").string());
    addAccount(**store, "olga", Role::Officer);
    addAccount(**store, "ada", Role::Administrator);
    const auto olga = (*store)->signIn("olga", "a good password"), ada = (*store)->signIn("ada", "a good password");
    Case sample = support::sampleCase();
    sample.files.clear();
    sample.terms.subject = "Zyxwvut Application";
    const auto id = (*store)->saveChecked(*olga, "", sample, {});
    ASSERT_TRUE(id.ok());
    EXPECT_NE(everythingIn(folder.path()).find("Zyxwvut"), std::string::npos);
    ASSERT_TRUE((*store)->erase(*ada, *id, "asked for").ok());
    store->reset(); // the write-ahead log goes with the last connection
    const std::string kept = everythingIn(folder.path());
    EXPECT_EQ(kept.find("Zyxwvut"), std::string::npos);
    EXPECT_EQ(kept.find("陳大文"), std::string::npos);
}

TEST(StorePrivacy, NothingOfAnErasedCaseIsLeftInTheWriteAheadLogWhileProgramsHaveTheStoreOpen)
{
    const TemporaryFolder folder;
    auto store = CaseStore::open((folder / "cases.db").string());
    addAccount(**store, "olga", Role::Officer);
    addAccount(**store, "ada", Role::Administrator);
    const auto olga = (*store)->signIn("olga", "a good password"), ada = (*store)->signIn("ada", "a good password");
    Case sample = support::sampleCase();
    sample.files.clear();
    sample.terms.subject = "Zyxwvut Application";
    const auto id = (*store)->saveChecked(*olga, "", sample, {}), other = (*store)->saveChecked(*olga, "", {}, {});
    ASSERT_TRUE(id.ok() && other.ok());
    const auto window = CaseStore::open((folder / "cases.db").string());
    ASSERT_TRUE((*window)->load(*id).ok());
    ASSERT_TRUE((*store)->erase(*ada, *id, "asked for").ok());
    ASSERT_TRUE(std::filesystem::exists(folder / "cases.db-wal")) << "otherwise this test asks nothing";
    const std::string kept = everythingIn(folder.path());
    EXPECT_EQ(kept.find("Zyxwvut"), std::string::npos);
    EXPECT_EQ(kept.find("陳大文"), std::string::npos);
    EXPECT_TRUE((*window)->load(*other).ok());
    EXPECT_TRUE((*window)->verifyChain()->holds);
}

TEST(StorePrivacy, AWriteAheadLogThatSomebodyReadsIsToldToStay)
{
    const TemporaryFolder folder;
    const std::string file = (folder / "cases.db").string();
    const auto store = CaseStore::open(file);
    addAccount(**store, "olga", Role::Officer);
    auto reader = detail::Backend::open(file), eraser = detail::Backend::open(file);
    ASSERT_TRUE(reader.ok() && eraser.ok());
    int accounts = 0;
    {
        const detail::Transaction reading(**reader, detail::Transaction::For::Reading);
        (*reader)->sql() << "SELECT count(*) FROM account", soci::into(accounts);
        EXPECT_FALSE((*eraser)->forgetLog(std::chrono::milliseconds(50)));
    }
    EXPECT_TRUE((*eraser)->forgetLog(std::chrono::milliseconds(50)));
    EXPECT_EQ(std::filesystem::file_size(file + "-wal"), 0u);
}

TEST(StorePrivacy, AWriteAheadLogThatCannotBeEmptiedLeavesTheConnectionAsPatientAsBefore)
{
    const TemporaryFolder folder;
    auto eraser = detail::Backend::open((folder / "cases.db").string());
    ASSERT_TRUE(eraser.ok());
    const auto patience = [&] {
        int milliseconds = 0;
        (*eraser)->sql() << "PRAGMA busy_timeout", soci::into(milliseconds);
        return milliseconds;
    };
    const int before = patience();
    EXPECT_GE(before, 1000);
    {
        const detail::Transaction writing(**eraser, detail::Transaction::For::Writing);
        (*eraser)->sql() << "CREATE TABLE anything (number INTEGER)";
        EXPECT_THROW((*eraser)->forgetLog(std::chrono::milliseconds(50)), std::exception)
            << "otherwise this test asks nothing";
    }
    EXPECT_EQ(patience(), before);
}

TEST(StorePrivacy, WhileAnErasureWaitsForAReaderTheStoreGoesOnWorking)
{
    using namespace std::chrono_literals;
    const TemporaryFolder folder;
    const std::string file = (folder / "cases.db").string();
    auto store = CaseStore::open(file);
    addAccount(**store, "olga", Role::Officer);
    addAccount(**store, "ada", Role::Administrator);
    const auto olga = (*store)->signIn("olga", "a good password"), ada = (*store)->signIn("ada", "a good password");
    Case sample = support::sampleCase();
    sample.files.clear();
    sample.terms.subject = "Zyxwvut Application";
    const auto id = (*store)->saveChecked(*olga, "", sample, {}), other = (*store)->saveChecked(*olga, "", {}, {});
    ASSERT_TRUE(id.ok() && other.ok());
    auto reader = detail::Backend::open(file);
    auto window = CaseStore::open(file);
    ASSERT_TRUE(reader.ok() && window.ok());
    std::future<Result<void>> erased;
    {
        const detail::Transaction reading(**reader, detail::Transaction::For::Reading);
        int accounts = 0;
        (*reader)->sql() << "SELECT count(*) FROM account", soci::into(accounts);
        erased = std::async(std::launch::async, [&] { return (*store)->erase(*ada, *id, "asked for"); });
        while ((*window)->load(*id).ok() && erased.wait_for(1ms) != std::future_status::ready) { }
        CaseTerms terms;
        for (const char* subject : {"First", "Second", "Third"}) {
            terms.subject = subject;
            EXPECT_TRUE((*store)->setTerms(*olga, *other, terms).ok());
            EXPECT_TRUE((*window)->setTerms(*olga, *other, terms).ok()) << "another program";
            EXPECT_EQ((*store)->load(*other)->terms.subject, subject);
        }
        EXPECT_NE(erased.wait_for(0ms), std::future_status::ready) << "the erasure still waits for its reader";
    }
    const auto told = erased.get();
    EXPECT_TRUE(told.ok()) << told.error().message;
    EXPECT_EQ(everythingIn(folder.path()).find("Zyxwvut"), std::string::npos);
}

} // namespace
} // namespace vidimus::store
