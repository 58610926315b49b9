#include "profiles/exemplar.hpp"
#include "profiles/profile_set.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace vidimus::profiles {
namespace {

using testing::HasSubstr;

Exemplar sample()
{
    Exemplar exemplar;
    exemplar.profile = "zz.licence";
    exemplar.side = "front";
    exemplar.print.width = {210};
    exemplar.print.height = {297};
    exemplar.boxes
        = {{"document.number", "", {{60}, {40}, {24.5}, {4}}}, {"issuer.name", "en", {{20}, {80}, {90}, {6}}}};
    KeyPoint point{{{12.34}, {56.78}}, {90}, 2, {}};
    for (std::size_t i = 0; i < point.descriptor.size(); ++i)
        point.descriptor[i] = static_cast<std::uint8_t>(7 * i);
    exemplar.print.points = {point, {{{200}, {290}}, {180}, 0, {}}};
    return exemplar;
}

/// The sample's text with one piece replaced.
std::string changed(const std::string& from, const std::string& to)
{
    std::string text = textOf(sample());
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(ExemplarFile, IsReadAsItWasWritten)
{
    const auto read = exemplarFrom(textOf(sample()), "one.json");
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read->profile, "zz.licence");
    EXPECT_EQ(read->side, "front");
    EXPECT_EQ(read->print.width, Millimetres{210});
    EXPECT_EQ(read->print.points, sample().print.points);
    ASSERT_EQ(read->boxes.size(), 2u);
    EXPECT_EQ(read->boxes[0].region, sample().boxes[0].region);
    EXPECT_EQ(read->boxes[1].lang, "en");
    EXPECT_EQ(textOf(*read), textOf(sample()));
}

TEST(ExemplarFile, AnotherContentHasAnotherDigest)
{
    const auto one = exemplarFrom(textOf(sample()), "one.json"),
               two = exemplarFrom(changed("24.5", "25.5"), "one.json");
    ASSERT_TRUE(one.ok() && two.ok());
    EXPECT_NE(one->print.digest, two->print.digest);
}

TEST(ExemplarFile, SaysWhatIsWrongAndWhere)
{
    const std::string word(keyPointWord, '0');
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", "no JSON"},
        {"[1, 2]", "object"},
        {changed("vidimus.exemplar/1", "vidimus.exemplar/2"), "schema"},
        {changed("\"profile\"", "\"profil\""), "profil"},
        {changed("210.0", "-1"), "widthMm"},
        {changed("210.0", "1e300"), "widthMm"},
        {changed("210.0", "\"wide\""), "widthMm"},
        {changed("24.5", "240"), "regionMm"},
        {changed("[60.0,40.0,24.5,4.0]", "[60,40]"), "four numbers"},
        {changed("\"document.number\"", "\"\""), "id of a field"},
        {changed("\"document.number\"", "\"" + std::string(200, 'a') + "\""), "short text"},
        {changed("\"0", "\"x"), "hexadecimal"},
        {changed(wordOf(sample().print.points[0]), word.substr(1)), "hexadecimal"},
        {changed(wordOf(sample().print.points[0]), wordOf({{{250}, {5}}, {0}, 0, {}})), "outside the page"},
        {changed(wordOf(sample().print.points[0]), wordOf({{{70}, {42}}, {0}, 0, {}})), "document.number"},
    };
    for (const auto& [text, what] : cases) {
        const auto read = exemplarFrom(text, "packs/zz/one.json");
        ASSERT_FALSE(read.ok()) << what;
        EXPECT_THAT(read.error().message, HasSubstr("packs/zz/one.json: "));
        EXPECT_THAT(read.error().message, HasSubstr(what));
        EXPECT_LT(read.error().message.size(), 200u) << "one clear message";
    }
}

TEST(ExemplarFile, HoldsNoMoreThanItMay)
{
    Exemplar many = sample();
    many.print.points.assign(mostKeyPoints + 1, {{{5}, {5}}, {0}, 0, {}});
    EXPECT_THAT(exemplarFrom(textOf(many), "many.json").error().message, HasSubstr("keyPoints"));
    many = sample();
    many.boxes.assign(mostBoxes + 1, many.boxes[0]);
    EXPECT_THAT(exemplarFrom(textOf(many), "many.json").error().message, HasSubstr("boxes"));
    EXPECT_EQ(exemplarFrom(std::string(mostExemplarBytes + 1, ' '), "large.json").error().kind, ErrorKind::TooLarge);
    const std::string deep = std::string(100'000, '[');
    EXPECT_FALSE(exemplarFrom(deep, "deep.json").ok());
}

TEST(ExemplarFile, BelongsToAProfileOfItsPack)
{
    const tests::TemporaryFolder folder;
    packs::Pack pack;
    pack.id = "zz.licence";
    pack.folder = folder.path();
    const auto write = [&](const std::string& name, const std::string& text) {
        std::filesystem::create_directories((folder.path() / name).parent_path());
        std::ofstream(folder.path() / name) << text;
        return folder.path() / name;
    };
    pack.profiles = {write("profile.toml",
        "schema = \"vidimus.profile/1\"\nid = \"zz.licence\"\ntitle = { en = \"Licence\" }\n"
        "[[recognise]]\ntext = \"LICENCE\"\nweight = 1.0\n")};
    write("exemplars/good.json", textOf(sample()));
    write("exemplars/broken.json", "{");
    write("exemplars/stray.json", changed("zz.licence", "zz.permit"));
    write("exemplars/notes.txt", "not read");
    packs::PackList list;
    list.packs = {pack};
    const auto set = ProfileSet::load(list);
    ASSERT_TRUE(set.find("zz.licence"));
    EXPECT_EQ(set.find("zz.licence")->exemplars.size(), 1u);
    ASSERT_EQ(set.errors().size(), 2u);
    EXPECT_THAT(set.errors()[0].message, HasSubstr("broken.json"));
    EXPECT_THAT(set.errors()[1].message, HasSubstr("zz.permit"));
}

TEST(KeyPointWord, IsNoneWhereItIsIllFormed)
{
    EXPECT_TRUE(keyPointFrom(std::string(keyPointWord, 'f')));
    EXPECT_FALSE(keyPointFrom(std::string(keyPointWord, 'g')));
    EXPECT_FALSE(keyPointFrom(std::string(keyPointWord - 1, 'f')));
    EXPECT_FALSE(keyPointFrom(std::string(keyPointWord + 1, 'f')));
    EXPECT_FALSE(keyPointFrom("-123" + std::string(keyPointWord - 4, 'f')));
}

} // namespace
} // namespace vidimus::profiles
