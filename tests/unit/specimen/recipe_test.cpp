#include "made.hpp"

#include "specimen/recipe.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

namespace vidimus::specimen {
namespace {

class SpecimenRecipe : public testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& text)
    {
        std::ofstream(m_folder / name) << text;
        return m_folder / name;
    }
    const vidimus::tests::TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
};

TEST_F(SpecimenRecipe, CooksCasesWithClaimsAndAnIndex)
{
    const auto path = write("r.json", R"({"common": {"dpi": 60, "seed": 3}, "cases": [
        {"name": "one", "claims": {"holder.sex": "F"}, "specimens": [
            {"profile": "hk.identity-card", "layout": "smart-2018", "out": "card.png", "data": {"holder.sex": "F"}},
            {"profile": "hk.doctor-practising", "layout": 2, "out": "p.jpg", "alter": ["expired"]}]}]})");
    auto recipe = readRecipe(path);
    ASSERT_TRUE(recipe.ok()) << recipe.error().message;
    ASSERT_TRUE(cook(*recipe, m_folder, {}).ok());
    for (const char* name :
        {"one/card.png", "truth/one/card.png.truth.json", "one/p.jpg", "truth/one/p.jpg.truth.json", "one.claims.json"})
        EXPECT_TRUE(std::filesystem::exists(m_folder / name)) << name;
    std::ifstream file(m_folder / "index.json");
    const auto index = nlohmann::json::parse(file);
    EXPECT_EQ(index["cases"][0]["expect"], nlohmann::json::array({"in-force/expired"}));
    EXPECT_EQ(index["cases"][0]["files"].size(), 2u);
}

TEST_F(SpecimenRecipe, MayBeToml)
{
    const auto path = write("r.toml",
        "[[specimens]]\nprofile = \"hk.identity-card\"\nseed = 4\nout = \"card.png\"\nscan = [\"skew\", \"noise\"]\n");
    auto recipe = readRecipe(path);
    ASSERT_TRUE(recipe.ok()) << recipe.error().message;
    EXPECT_EQ(recipe->at(0).entries.at(0).request.seed, 4u);
    EXPECT_EQ(recipe->at(0).entries.at(0).request.degradations, (std::vector<std::string>{"skew", "noise"}));
}

TEST_F(SpecimenRecipe, TellsWhereItIsWrong)
{
    EXPECT_EQ(readRecipe(m_folder / "absent.json").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(readRecipe(write("a.json", "{")).error().kind, ErrorKind::Malformed);
    const auto noOut = readRecipe(write("b.json", R"({"specimens": [{"profile": "x"}]})"));
    ASSERT_FALSE(noOut.ok());
    EXPECT_NE(noOut.error().message.find("out"), std::string::npos);
    const auto badToml = readRecipe(write("c.toml", "a = 1\nb = = 2\n"));
    ASSERT_FALSE(badToml.ok());
    EXPECT_NE(badToml.error().message.find(":2:"), std::string::npos) << badToml.error().message;
}

TEST(SpecimenGolden, EverySpecimenOfTheGoldenRecipeCanBeMade)
{
    auto recipe = readRecipe(std::filesystem::path(VIDIMUS_SOURCE_DIR) / "tests/specimens/golden.json");
    ASSERT_TRUE(recipe.ok()) << recipe.error().message;
    EXPECT_GT(recipe->size(), 80u);
    for (const RecipeCase& entry : *recipe)
        for (RecipeEntry specimen : entry.entries) {
            specimen.request.dpi = {50};
            auto result = make(specimen.request);
            EXPECT_TRUE(result.ok()) << entry.name << ": " << (result.ok() ? "" : result.error().message);
        }
}

/// Pictures may differ in the last bit from one processor to another; the truth and the PDF file may not.
TEST_F(SpecimenRecipe, DemoCaseIsWhatItsRecipeGives)
{
    const auto demo = std::filesystem::path(VIDIMUS_SOURCE_DIR) / "assets/demo";
    auto recipe = readRecipe(demo / "recipe.json");
    ASSERT_TRUE(recipe.ok()) << recipe.error().message;
    ASSERT_TRUE(cook(*recipe, m_folder, {}).ok());
    const auto contentOf = [](const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    for (const RecipeEntry& entry : recipe->at(0).entries) {
        const auto truth = "truth" / truthBeside("files" / entry.out);
        EXPECT_EQ(contentOf(demo / truth), contentOf(m_folder / truth)) << entry.out;
        EXPECT_FALSE(contentOf(demo / truth).empty());
        EXPECT_TRUE(std::filesystem::exists(demo / "files" / entry.out));
        if (entry.request.kind == FileKind::Pdf) {
            EXPECT_EQ(contentOf(demo / "files" / entry.out), contentOf(m_folder / "files" / entry.out));
        }
    }
    EXPECT_EQ(contentOf(demo / "index.json"), contentOf(m_folder / "index.json"));
}

} // namespace
} // namespace vidimus::specimen
