; The installer for Windows: for one user, without an administrator, and it never takes a file type away from another program.
; build.sh gives VERSION, FILES (what is installed) and OUTPUT.
Unicode true
Target amd64-unicode
RequestExecutionLevel user
SetCompressor /SOLID lzma
Name "Zīmogs"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Zimogs"
InstallDirRegKey HKCU "Software\Zimogs" "InstallDir"
ManifestDPIAware true
ManifestLongPathAware true
Icon "../../assets/icons/zimogs.ico"
UninstallIcon "../../assets/icons/zimogs.ico"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Zīmogs"
VIAddVersionKey "FileDescription" "Zīmogs"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT, Apache-2.0"

!include "MUI2.nsh"
!define MUI_ICON "../../assets/icons/zimogs.ico"
!define MUI_UNICON "../../assets/icons/zimogs.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\edoc-viewer.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Latvian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "Lithuanian"
!insertmacro MUI_LANGUAGE "Estonian"

LangString kind ${LANG_LATVIAN} "Parakstīts e-dokuments"
LangString kind ${LANG_ENGLISH} "Signed e-document"
LangString kind ${LANG_RUSSIAN} "Подписанный электронный документ"
LangString kind ${LANG_LITHUANIAN} "Pasirašytas e. dokumentas"
LangString kind ${LANG_ESTONIAN} "Allkirjastatud e-dokument"
LangString about ${LANG_LATVIAN} "Atver eksāmenu sertifikātus un pārbauda, vai tie ir īsti"
LangString about ${LANG_ENGLISH} "Opens exam certificates and says whether they are genuine"
LangString about ${LANG_RUSSIAN} "Открывает экзаменационные сертификаты и проверяет их подлинность"
LangString about ${LANG_LITHUANIAN} "Atveria egzaminų sertifikatus ir tikrina, ar jie tikri"
LangString about ${LANG_ESTONIAN} "Avab eksamitunnistused ja kontrollib, kas need on ehtsad"

!define CLASSES "Software\Classes"
!define PROGID "Zimogs.EDocument.1"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Zimogs"

; Offers the program for an ending; whichever program opens it now goes on opening it.
!macro Offer ending
  WriteRegNone HKCU "${CLASSES}\.${ending}\OpenWithProgids" "${PROGID}"
  WriteRegStr HKCU "Software\Zimogs\Capabilities\FileAssociations" ".${ending}" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\Applications\edoc-viewer.exe\SupportedTypes" ".${ending}" ""
!macroend
!macro Withdraw ending
  DeleteRegValue HKCU "${CLASSES}\.${ending}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.${ending}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.${ending}"
!macroend
; The system must read its tables of file types anew.
!macro Tell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  SetOutPath "$INSTDIR"
  File /r "${FILES}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Zīmogs.lnk" "$INSTDIR\edoc-viewer.exe"

  WriteRegStr HKCU "Software\Zimogs" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "$(kind)"
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "FriendlyTypeName" "$(kind)"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\edoc-viewer.exe,0"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open" "FriendlyAppName" "Zīmogs"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\edoc-viewer.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\edoc-viewer.exe" "FriendlyAppName" "Zīmogs"
  WriteRegStr HKCU "${CLASSES}\Applications\edoc-viewer.exe\shell\open\command" "" '"$INSTDIR\edoc-viewer.exe" "%1"'
  WriteRegStr HKCU "Software\Zimogs\Capabilities" "ApplicationName" "Zīmogs"
  WriteRegStr HKCU "Software\Zimogs\Capabilities" "ApplicationDescription" "$(about)"
  WriteRegStr HKCU "Software\RegisteredApplications" "Zimogs" "Software\Zimogs\Capabilities"
  !insertmacro Offer "edoc"
  !insertmacro Offer "asice"
  !insertmacro Offer "sce"
  !insertmacro Offer "asics"
  !insertmacro Offer "scs"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Zīmogs"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\edoc-viewer.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro Tell
SectionEnd

Section "Uninstall"
  ; Only what was installed: the reader's settings and lists are kept elsewhere and stay.
  Delete "$INSTDIR\edoc-viewer.exe"
  Delete "$INSTDIR\edoc.exe"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\LICENSE-MIT"
  Delete "$INSTDIR\LICENSE-APACHE"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Zīmogs.lnk"
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${CLASSES}\Applications\edoc-viewer.exe"
  DeleteRegValue HKCU "Software\RegisteredApplications" "Zimogs"
  DeleteRegKey HKCU "Software\Zimogs"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro Withdraw "edoc"
  !insertmacro Withdraw "asice"
  !insertmacro Withdraw "sce"
  !insertmacro Withdraw "asics"
  !insertmacro Withdraw "scs"
  !insertmacro Tell
SectionEnd
