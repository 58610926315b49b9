#pragma once
#include "digest/digest.hpp"
#include "store/case_store.hpp"

#include "support/sample_case.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <memory>
#include <string>

/// One suite for every kind of store: a kind is a name and a way to a URL that no test has used before.
namespace vidimus::store::contract {

struct StoreKind {
    const char* name;
    std::function<std::string(const tests::TemporaryFolder&)> freshUrl;
};

inline void PrintTo(const StoreKind& kind, std::ostream* out)
{
    *out << kind.name;
}

inline constexpr const char* password = "correct horse battery";

/// An empty store with an officer, a second officer, an auditor and an administrator, all signed in.
class StoreContract : public testing::TestWithParam<StoreKind> {
protected:
    void SetUp() override
    {
        m_url = GetParam().freshUrl(m_folder);
        m_store = reopened();
        addAndSignIn("ada", Role::Administrator, m_ada);
        addAndSignIn("olga", Role::Officer, m_olga);
        addAndSignIn("otto", Role::Officer, m_otto);
        addAndSignIn("anna", Role::Auditor, m_anna);
    }

    void addAndSignIn(const char* name, Role role, Session& session)
    {
        const auto added
            = m_store->addAccount(role == Role::Administrator ? nullptr : &m_ada, {name, name, role, false}, password);
        ASSERT_TRUE(added.ok()) << added.error().message;
        auto signedIn = m_store->signIn(name, password);
        ASSERT_TRUE(signedIn.ok()) << signedIn.error().message;
        session = *signedIn;
    }

    std::unique_ptr<CaseStore> reopened()
    {
        auto store = CaseStore::open(m_url);
        EXPECT_TRUE(store.ok()) << (store ? "" : store.error().message);
        return store ? std::move(*store) : nullptr;
    }

    /// A case with the sample's files, open with olga.
    std::string newCase()
    {
        const auto id = m_store->saveChecked(m_olga, "", sample(), support::sampleFileBytes());
        EXPECT_TRUE(id.ok()) << (id ? "" : id.error().message);
        return id ? *id : "";
    }

    std::uint64_t lastEntry(const std::string& id)
    {
        const auto kept = m_store->load(id);
        EXPECT_TRUE(kept.ok()) << (kept ? "" : kept.error().message);
        return kept ? kept->lastEntry : 0;
    }

    /// The sample case with the digests of its bytes.
    static Case sample()
    {
        Case made = support::sampleCase();
        const auto bytes = support::sampleFileBytes();
        for (std::size_t i = 0; i < made.files.size(); ++i)
            made.files[i].sha256 = digest::sha256({reinterpret_cast<const char*>(bytes[i].data()), bytes[i].size()});
        return made;
    }

    template <class T> static void expectRefused(const Result<T>& result, const std::string& rule)
    {
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.error().kind, ErrorKind::Refused);
        EXPECT_THAT(result.error().message, testing::HasSubstr(rule));
    }

    tests::TemporaryFolder m_folder;
    std::string m_url;
    std::unique_ptr<CaseStore> m_store;
    Session m_ada, m_olga, m_otto, m_anna;
};

} // namespace vidimus::store::contract
