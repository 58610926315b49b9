#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

/// Who may include whom. The build makes a room's headers invisible to those who do not use the room; what the compiler
/// cannot see (system headers, paths that climb) is read from the sources here.
namespace {

namespace fs = std::filesystem;

struct Include {
    std::string file; ///< relative to the project
    std::string header;
};

std::vector<Include> allIncludes()
{
    static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    const fs::path root = VIDIMUS_SOURCE_DIR;
    std::vector<Include> all;
    for (const char* top : {"host", "plugins"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto suffix = entry.path().extension();
            if (suffix != ".cpp" && suffix != ".hpp" && suffix != ".h" && suffix != ".c")
                continue;
            std::ifstream stream(entry.path());
            std::smatch match;
            for (std::string line; std::getline(stream, line);)
                if (std::regex_search(line, match, pattern))
                    all.push_back({fs::relative(entry.path(), root).generic_string(), match[1]});
        }
    return all;
}

/// A library, and the only places that may include it.
struct Rule {
    std::string header; ///< regular expression over the included name
    std::string places; ///< regular expression over the file that includes
};

const std::vector<Rule> rules{
    {"imgui.*|.*imgui_impl.*|GLFW/.*|GL/.*|GLES.*|EGL/.*", "host/gui/.*"},
    {"soci.*|sqlite3.*", "host/(store|registers)/.*"},
    {"pango/.*|cairo.*", "host/(report|specimen)/.*"},
    {"dlfcn.h", "host/plugin_host/loader/.*|plugins/engines/ppocr/.*"}, // ONNX Runtime has no package to link against
    {"seccomp.h|linux/landlock.h|sys/ptrace.h", "host/(plugin_host/supervisor|worker)/.*"},
    {"tesseract/.*|leptonica/.*|allheaders.h", "plugins/engines/tesseract/.*"},
    {"podofo/.*", "plugins/(readers/pdf|checks/pdf_[a-z]+)/.*"},
    {"opencv2/.*", "(plugins|host/specimen)/.*"},
    {"ZXing/.*|ReadBarcode.h|MultiFormatWriter.h|BitMatrix.h", "(plugins/readers/codes|host/specimen)/.*"},
    {"sane/.*", "host/scanner/.*"},
    {"opencc/.*|unicode/.*",
        "host/names/.*|plugins/.*|host/pipeline/extract/.*|host/pipeline/text/.*|host/profiles/.*|host/specimen/.*"},
    {"toml.*", "host/(packs|profiles|messages|specimen|app)/.*"},
};

} // namespace

TEST(IncludeRules, ALibraryIsMetOnlyInItsRooms)
{
    std::vector<std::string> strays;
    for (const Include& include : allIncludes())
        for (const Rule& rule : rules)
            if (std::regex_match(include.header, std::regex(rule.header))
                && !std::regex_match(include.file, std::regex(rule.places)))
                strays.push_back(include.file + " includes " + include.header);
    EXPECT_THAT(strays, testing::IsEmpty());
}

TEST(IncludeRules, NoPathClimbsOutOfItsRoom)
{
    std::vector<std::string> strays;
    for (const Include& include : allIncludes())
        if (include.header.find("..") != std::string::npos && !include.file.starts_with("plugins/sdk/abi/"))
            strays.push_back(include.file + " includes " + include.header);
    EXPECT_THAT(strays, testing::IsEmpty());
}

TEST(IncludeRules, APackSeesTheSdkAndNothingOfTheHost)
{
    static const std::regex hostRoom("(core|pipeline|profiles|names|store|report|app|packs|json|digest|messages|plugin_"
                                     "host|scanner|specimen|gui|cli)/.*");
    std::vector<std::string> strays;
    for (const Include& include : allIncludes())
        if (include.file.starts_with("plugins/") && std::regex_match(include.header, hostRoom))
            strays.push_back(include.file + " includes " + include.header);
    EXPECT_THAT(strays, testing::IsEmpty());
}

TEST(IncludeRules, TheCoreNeedsTheStandardLibraryOnly)
{
    std::vector<std::string> strays;
    for (const Include& include : allIncludes())
        if (include.file.starts_with("host/core/") && !include.header.starts_with("core/")
            && include.header.find_first_of("./") != std::string::npos)
            strays.push_back(include.file + " includes " + include.header);
    EXPECT_THAT(strays, testing::IsEmpty());
}

TEST(IncludeRules, AForbiddenIncludeDoesNotCompile)
{
    // The gui is given no folder in which the store's own innards or another front door could be found.
    const fs::path rooms = fs::path(VIDIMUS_BUILD_DIR) / "rooms";
    ASSERT_TRUE(fs::is_directory(rooms / "core" / "core"));
    for (const auto& room : fs::directory_iterator(rooms)) {
        // Each room's include folder holds the headers of that one room: one chain of folders with files only at its
        // end.
        std::vector<fs::path> foldersWithFiles;
        for (const auto& entry : fs::recursive_directory_iterator(room.path()))
            if (!entry.is_directory())
                foldersWithFiles.push_back(entry.path().parent_path());
        std::sort(foldersWithFiles.begin(), foldersWithFiles.end());
        foldersWithFiles.erase(std::unique(foldersWithFiles.begin(), foldersWithFiles.end()), foldersWithFiles.end());
        EXPECT_LE(foldersWithFiles.size(), 1u) << room.path();
    }
}
