#include "profiles/messages.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

using namespace vidimus;
using namespace vidimus::profiles;

namespace {

class MessagesOfAPack : public testing::Test {
protected:
    MessagesOfAPack()
    {
        std::filesystem::create_directories(m_folder.path() / "messages");
        write("en",
            "[common]\nfield-uncertain = \"Look again.\"\n[serials-agree]\nquestion = \"Do they agree?\"\n"
            "passed = \"Yes.\"\nserial-mismatch = \"{printed} is not {encoded}.\"\n");
        write("zh-Hans", "[serials-agree]\nquestion = \"一致吗？\"\n");
        packs::Pack pack;
        pack.id = "zz.pack";
        pack.folder = m_folder.path();
        m_packs.packs.push_back(pack);
        m_finding.check = "serials-agree";
    }
    void write(const std::string& language, const std::string& text)
    {
        std::ofstream(m_folder.path() / "messages" / (language + ".toml")) << text;
    }

    tests::TemporaryFolder m_folder;
    packs::PackList m_packs;
    Finding m_finding;
};

} // namespace

TEST_F(MessagesOfAPack, AskInTheReadersLanguageAndElseInEnglish)
{
    const Messages messages = Messages::load(m_packs);
    EXPECT_EQ(messages.question("serials-agree", "zh-Hans"), "一致吗？");
    EXPECT_EQ(messages.question("serials-agree", "pt"), "Do they agree?");
    EXPECT_EQ(messages.question("unknown-check", "en"), "unknown-check");
}

TEST_F(MessagesOfAPack, FillInTheValuesOfAFinding)
{
    m_finding.outcome = Outcome::Failed;
    m_finding.reason = "serial-mismatch";
    m_finding.values = {{"printed", "12"}, {"encoded", "13"}};
    EXPECT_EQ(Messages::load(m_packs).answer(m_finding, "en"), "12 is not 13.");
}

TEST_F(MessagesOfAPack, ShareReasonsAndFallBackOnTheReasonItself)
{
    m_finding.outcome = Outcome::Indeterminate;
    m_finding.reason = "field-uncertain";
    EXPECT_EQ(Messages::load(m_packs).answer(m_finding, "en"), "Look again.");
    m_finding.reason = "never-heard-of";
    EXPECT_EQ(Messages::load(m_packs).answer(m_finding, "en"), "never-heard-of");
}

TEST_F(MessagesOfAPack, TellAReasonByItsCauseWhereThereAreWordsForIt)
{
    write("pt", "[serials-agree]\nserial-mismatch-torn = \"{file} rasgado.\"\nserial-mismatch = \"Diferente.\"\n");
    m_finding.reason = "serial-mismatch";
    m_finding.values = {{"cause", "torn"}, {"file", "a.pdf"}};
    EXPECT_EQ(Messages::load(m_packs).answer(m_finding, "pt"), "a.pdf rasgado.");
    m_finding.values["cause"] = "burnt";
    EXPECT_EQ(Messages::load(m_packs).answer(m_finding, "pt"), "Diferente.");
}

TEST_F(MessagesOfAPack, GiveASourceThatIsProseInTheReadersLanguage)
{
    write("en", "[serials-agree]\nsource = \"Order of events\"\n");
    write("pt", "[serials-agree]\nsource = \"Ordem dos acontecimentos\"\n");
    const Messages messages = Messages::load(m_packs);
    m_finding.source = "Order of events";
    EXPECT_EQ(messages.source(m_finding, "pt"), "Ordem dos acontecimentos");
    EXPECT_EQ(messages.source(m_finding, "zh-Hant"), "Order of events");
    m_finding.source = "Examinations Act 2019, Schedule 3";
    EXPECT_EQ(messages.source(m_finding, "pt"), m_finding.source) << "a title stays as it is";
}

TEST_F(MessagesOfAPack, TellWhichFileIsBroken)
{
    write("pt", "[serials-agree\n");
    const Messages messages = Messages::load(m_packs);
    ASSERT_EQ(messages.errors().size(), 1u);
    EXPECT_NE(messages.errors()[0].message.find("pt.toml:1:"), std::string::npos);
}
