#pragma once
#include <vidimus/plugin.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tesseract {
class TessBaseAPI;
}

namespace vidimus::tesseract_engine {

/// Tesseract's LSTM recogniser behind vidimus.engines/1.
///
/// All data is loaded by load(), before any fork, one TessBaseAPI a language set (see wantedSets()); a child needs no
/// file. A request for another set is served by the nearest loaded one. Everything runs in one thread.
class TesseractEngine : public sdk::Engine {
public:
    TesseractEngine();
    ~TesseractEngine() override;

    std::string id() const override { return "vidimus.tesseract"; }
    /// Tesseract's version and a digest of the data of the wanted languages.
    std::string version() const override { return m_version; }
    std::vector<std::string> languages() const override { return m_languages; }
    /// Loads what is there. Throws Failure(Unavailable) naming the Debian packages of what is not; the sets that could
    /// be loaded serve nevertheless.
    void load() override;
    bool detectsLines() const override { return true; }
    sdk::Recognition detectLines(const vidimus_image_t& image) override;
    sdk::Recognition recognise(const vidimus_image_t& image, const sdk::RecogniseRequest& request) override;

private:
    tesseract::TessBaseAPI& apiFor(const std::string& languages);

    std::string m_folder, m_version;
    std::vector<std::string> m_languages;
    std::vector<std::string> m_loaded; ///< sets, in the order wanted
    std::map<std::string, std::unique_ptr<tesseract::TessBaseAPI>> m_apis;
};

} // namespace vidimus::tesseract_engine
