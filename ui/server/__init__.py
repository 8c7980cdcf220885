"""What the server does around Streamlit: headers, language, files, preparation."""
